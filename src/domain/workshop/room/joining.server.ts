import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { newToken } from '#platform/session/token.ts';
import { codeIn } from './code.ts';
import { join } from './room-store.server.ts';

const joinInput = z.object({
	code: z
		.string({ error: 'Type the code from the screen.' })
		.min(1, 'Type the code from the screen.')
		.transform((text, context) => {
			const code = codeIn(text);
			if (code) return code;
			context.addIssue({
				code: 'custom',
				message: 'A code has eight letters and digits, such as KTPX 4M7W.',
			});
			return z.NEVER;
		}),
});

/** What whoever typed a code that opens nothing is told. Whether it ever did is not said. */
export const noSuchCode =
	'This code opens nothing now. Look at the screen again, or ask whoever runs the workshop.';

/** A phone joins by the code on the screen. Answers with its secret, by which it is known until the workshop is over. */
export async function joinRoom(ctx: Context, input: unknown): Promise<Outcome<{ token: string }>> {
	const read = readInput(joinInput, input);
	if (!read.ok) return invalid(read.fields);
	const { token, hash } = newToken();
	switch (await join(ctx, read.value.code, { id: ctx.newId(), tokenHash: hash })) {
		case 'in':
			return done({ token });
		case 'no place':
			return invalid({ code: 'Every place in this workshop is taken. Ask whoever runs it to make room.' });
		default:
			return invalid({ code: noSuchCode });
	}
}
