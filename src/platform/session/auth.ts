import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Database } from '../db/database.ts';

export interface SignInSettings {
	/** Where people reach the product; an https origin makes the cookie secure. */
	origin: string;
	secret: string;
	demo: boolean;
}

const day = 24 * 60 * 60;

/**
 * The sign-in library, under the role that may touch nothing else, on our tables and names. None of its own addresses is
 * served: our routes call it. People come by invitation alone, so a link never makes an account. Sessions last 30 days from
 * the last use; the cookie holds no data, so each request asks the database and signing out ends at once.
 */
export function betterAuthOver(database: Database, { origin, secret, demo }: SignInSettings) {
	return betterAuth({
		baseURL: origin,
		secret,
		database: { db: database.signInKysely, type: 'postgres' },
		telemetry: { enabled: false },
		logger: { disabled: true },
		advanced: {
			cookiePrefix: demo ? 'fresh-eyes-demo' : 'fresh-eyes',
			useSecureCookies: origin.startsWith('https:'),
			ipAddress: { disableIpTracking: true },
			// Session and person come in one query.
			database: { generateId: () => randomUUIDv7(), joins: true },
		},
		session: {
			modelName: 'session',
			expiresIn: 30 * day,
			updateAge: day,
			fields: {
				userId: 'person_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
				createdAt: 'created_at',
				updatedAt: 'updated_at',
			},
		},
		user: {
			modelName: 'person',
			fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
		},
		account: {
			accountLinking: { disableImplicitLinking: true },
			fields: {
				userId: 'person_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				createdAt: 'created_at',
				updatedAt: 'updated_at',
			},
		},
		verification: {
			fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
		},
		plugins: [
			magicLink({
				disableSignUp: true,
				storeToken: 'hashed',
				sendMagicLink() {
					throw new Error('Links are written by issueLink, never by the library.');
				},
			}),
		],
	});
}
