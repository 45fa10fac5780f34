import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { mayRunPoll } from '../access.ts';
import { unsuitableDays } from '../days/queries.server.ts';
import type { PersonHere } from '../people.ts';
import { askableBy } from './opening.server.ts';
import { countedByDay, isOpen, waitedFor } from './poll.ts';
import { pollById } from './queries.server.ts';

/**
 * One poll as the actor sees it, who runs it or was asked; null for everybody else. `mine` is what they answer of the days to come,
 * beginning with what they have said of their days elsewhere; `more` whom they may ask, too.
 */
export async function pollScreen(ctx: Context, partnershipId: string, pollId: string) {
	const standing = await standingIn(ctx, partnershipId);
	const poll = standing && (await pollById(ctx, partnershipId, pollId));
	if (!standing || !poll) return null;
	const { title, words, untilDay, askedByName, closedAt, days, people } = poll;
	const asked = people.map(({ personId }) => personId);
	const span = { from: days[0]!, to: days.at(-1)! };
	const unsuitable = await unsuitableDays(ctx, partnershipId, asked, span);
	const waiting = waitedFor(poll).map(({ name }) => name);
	const me = people.find(({ personId }) => personId === standing.personId);
	const said = new Map(
		unsuitable.filter(({ personId }) => personId === me?.personId).map(({ day, kind }) => [day, kind]),
	);
	const ahead = days.filter((day) => day >= ctx.today);
	const open = isOpen(poll, ctx.today);
	const runs = mayRunPoll(standing, poll);
	const others = open && runs ? await askableBy(ctx, standing) : [];
	return {
		poll: { id: pollId, title, words, untilDay, askedByName, closedAt },
		...{ open, runs, waiting },
		asked: people.length,
		answered: people.length - waiting.length,
		days: countedByDay(poll, unsuitable, ctx.today),
		notes: people
			.filter(({ words }) => words !== '')
			.map(({ personId, name, words }) => ({ personId, name, words })),
		mine:
			me && ahead.length > 0
				? {
						answered: me.answeredAt,
						words: me.words,
						days: ahead.map((day) => ({ day, said: said.get(day) ?? ('suits' as const) })),
					}
				: null,
		more: others.filter(({ personId }) => !asked.includes(personId)).map(asOption),
	};
}

/** Somebody who may be asked, as they are ticked: two of one name are told apart by their schools. */
export const asOption = ({ personId, name, schools }: PersonHere) => ({
	value: personId,
	label: schools.length > 0 ? `${name}, ${schools.join(', ')}` : name,
});
