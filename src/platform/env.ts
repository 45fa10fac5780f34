import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const postgres = z.url({ protocol: /^postgres(ql)?$/ });

const schema = z
	.object({
		PORT: port.default(4000),
		HOST: z.string().default('127.0.0.1'),
		DATA_DIR: z.string().default('./data'),
		DATABASE_URL: postgres.optional(),
		DATABASE_OWNER_URL: postgres.optional(),
		ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
		PROXIES: z.coerce.number().int().min(0).max(9).default(0),
		SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
		INVITATION_WAIT: z.coerce.number().int().min(0).max(86_400).default(120),
		DEMO: z.enum(['0', '1']).default('0'),
	})
	.refine((env) => !env.DATABASE_URL || env.DATABASE_OWNER_URL, {
		path: ['DATABASE_OWNER_URL'],
		error: 'is needed beside DATABASE_URL: the owner of the tables, for migrations',
	});

/** The settings of one process, with every default filled in. */
export interface Env {
	port: number;
	host: string;
	/** Absolute. The demo keeps to a folder of its own beneath it. */
	dataDir: string;
	postgresql: { databaseUrl: string; databaseOwnerUrl: string } | null;
	/** Where people reach the product, without a final slash. */
	origin: string;
	/** How many proxies of ours stand in front: each adds to X-Forwarded-For whom it was asked by. */
	proxies: number;
	smtpUrl: string | null;
	/** Seconds without a further change after which calendars are told, so that several corrections make one letter. */
	invitationWait: number;
	demo: boolean;
	/** Only this machine can reach the server. */
	loopback: boolean;
}

/** Reads the environment once. Throws one Error that names each setting it cannot use, and why. */
export function readEnv(source: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
	const read = schema.safeParse(given);
	if (!read.success) {
		const reasons = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
		throw new Error(`These settings cannot be used:\n${reasons.join('\n')}`);
	}
	const env = read.data;
	const demo = env.DEMO === '1';
	return {
		port: env.PORT,
		host: env.HOST,
		dataDir: resolve(env.DATA_DIR, demo ? 'demo' : '.'),
		// The demo never touches a real database, whatever else is set.
		postgresql:
			!demo && env.DATABASE_URL && env.DATABASE_OWNER_URL
				? { databaseUrl: env.DATABASE_URL, databaseOwnerUrl: env.DATABASE_OWNER_URL }
				: null,
		origin: new URL(env.ORIGIN ?? `http://localhost:${env.PORT}`).origin,
		proxies: env.PROXIES,
		smtpUrl: env.SMTP_URL ?? null,
		invitationWait: env.INVITATION_WAIT,
		demo,
		loopback: ['127.0.0.1', '::1', 'localhost'].includes(env.HOST),
	};
}
