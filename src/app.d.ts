import type { Context } from '#platform/context.ts';
import type { SignedIn } from '#platform/session/sign-in.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in. */
			person: SignedIn | null;
			/** The session by which they are. */
			session: string | null;
			/** Names this request in the log and on the page that says something went wrong. */
			requestId: string;
			/** Whole Set-Cookie lines to send with the answer. */
			setCookies: string[];
			/** Runs `work` in one transaction as the signed-in person, or as nobody. */
			within<T>(work: (context: Context) => Promise<T>): Promise<T>;
		}
		interface Error {
			message: string;
			/** The request's id, where something went wrong. */
			id?: string;
		}
	}
}
