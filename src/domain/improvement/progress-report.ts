import { measureInWords, withSource } from './impact/impact.ts';
import { howFar } from './model.ts';
import type { ActionRow } from './queries.server.ts';

/**
 * A beginning for the head's report to the heads' meeting (NFS-15), from what was told of the actions since the last: how far each has
 * come, and what its updates say, the oldest first. The head takes out what is not for the meeting.
 */
export function progressSoFar(actions: readonly ActionRow[], since: Date | null): string {
	return actions
		.flatMap((action) => {
			const fresh = action.updates
				.filter(({ writtenAt }) => since === null || new Date(writtenAt) > since)
				.toReversed();
			const givenUp = action.givenUp && (since === null || new Date(action.givenUp.at) > since);
			if (fresh.length === 0 && !givenUp) return [];
			const said = fresh.flatMap(({ words, measure, source, dueBefore }) => [
				...(words === '' ? [] : [dueBefore ? `The day was moved: ${words}` : words]),
				...(measure ? [withSource(measureInWords(measure), source)] : []),
			]);
			return [
				[
					`${action.title}: ${howFar(action).toLowerCase()}.`,
					...said,
					...(givenUp ? [action.givenUp!.because] : []),
				].join('\n'),
			];
		})
		.join('\n\n')
		.slice(0, 5000);
}
