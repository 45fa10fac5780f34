import { presentMembers } from '#domain/partnership/queries.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayTellTakeaway } from '../access.ts';
import { cameField, changedField, lookedField } from '../field-names.ts';
import { takeawayInput, writeUpInput, writtenUpInput } from '../input.ts';
import { comingTo, invitedMembers } from '../joining-queries.server.ts';
import { standsOn, yearGroups, type JointEvent } from '../model.ts';
import { moderatedRefusal, type ModeratedYear, type SaidInWriteUp, type WriteUp } from '../write-up.ts';
import { insertWriteUp, upsertTakeaway } from '../write-up-store.server.ts';
import { latestWriteUp, takeawaysOf } from '../write-up-queries.server.ts';
import { atEvent } from './opening.server.ts';

/**
 * Writes up an event whole: how many came from each school, what was done, what was found or agreed, materials, and of a moderation by year
 * group how many pieces were looked at and how many judgements changed. Each save is a version; earlier ones stay to be read. Refused before
 * its first day and once it was called off. Where somebody else saved meanwhile, theirs comes back.
 */
export const saveWriteUp = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		writeUpInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, event, by, partnershipId }) => {
			if (event.calledOff) return invalid({ '': 'This event was called off. There is nothing to write up.' });
			if (standsOn(event, ctx.today) === 'ahead')
				return invalid({ '': 'An event can be written up from its first day on.' });
			await takePartnershipTurn(ctx, partnershipId);
			const latest = await latestWriteUp(ctx, sent);
			const said = await saidIn(ctx, { partnershipId, event, latest }, sent);
			if (said.is !== 'done') return said;
			if ((latest?.version ?? 0) === sent.version) {
				const next = { version: sent.version + 1, said: said.value, by };
				if (await insertWriteUp(ctx, sent, next)) return done(null);
			}
			return sentAgain(await latestWriteUp(ctx, sent), said.value, null);
		},
	);

async function saidIn(
	ctx: Context,
	{ partnershipId, event, latest }: { partnershipId: string; event: JointEvent; latest: WriteUp | null },
	form: object,
): Promise<Outcome<SaidInWriteUp>> {
	const members = await attending(ctx, partnershipId, event);
	const groups = event.kind === 'moderation' ? moderatedGroups(event, latest) : [];
	const read = readInput(
		writtenUpInput(
			members.map(({ id }) => id),
			groups,
		),
		form,
	);
	if (!read.ok) return invalid(read.fields);
	const { done: what, found, materials, ...numbers } = read.value;
	const typed = numbers as Record<string, number | null>;
	const faults: FieldErrors = {};
	const moderated: ModeratedYear[] = [];
	for (const yearGroup of groups) {
		const looked = typed[lookedField(yearGroup)] ?? null;
		const changed = typed[changedField(yearGroup)] ?? null;
		const refusal = moderatedRefusal({ looked, changed });
		if (refusal) faults[looked === null ? lookedField(yearGroup) : changedField(yearGroup)] = refusal;
		if (looked !== null) moderated.push({ yearGroup, looked, changed: changed ?? 0 });
	}
	if (Object.keys(faults).length > 0) return invalid(faults);
	// Whoever came stays so when their school is invited no more.
	const before = Object.entries(latest?.came ?? {}).filter(([id]) => !members.some((one) => one.id === id));
	const came = members.flatMap(({ id }) =>
		typed[cameField(id)] ? [[id, typed[cameField(id)]!] as const] : [],
	);
	// What was moderated stays said when the event is called something else since.
	const figures = event.kind === 'moderation' ? moderated : (latest?.moderated ?? []);
	return done({
		...{ came: Object.fromEntries([...before, ...came]), done: what, found, materials },
		moderated: figures,
	});
}

/** The year groups of which a moderation can say what was looked at: its own, and those it has said before; all where it has none. */
export const moderatedGroups = (
	event: Pick<JointEvent, 'yearGroups'>,
	latest: Pick<WriteUp, 'moderated'> | null,
): string[] => {
	const own = yearGroups.filter(
		(group) =>
			event.yearGroups.includes(group) || latest?.moderated.some(({ yearGroup }) => yearGroup === group),
	);
	return own.length > 0 ? own : [...yearGroups];
};

/** The schools from which somebody can have come: those invited, and those that had joined. */
export async function attending(
	ctx: Context,
	partnershipId: string,
	event: JointEvent,
): Promise<{ id: string; name: string }[]> {
	const invited = await invitedMembers(ctx, partnershipId, event);
	const joined = (await comingTo(ctx, { partnershipId, eventId: event.id })).map((school) => ({
		id: school.memberId,
		name: school.memberName,
	}));
	return [...new Map([...invited, ...joined].map((one) => [one.id, one])).values()].toSorted((one, other) =>
		one.name.localeCompare(other.name, 'en-GB'),
	);
}

/**
 * A school says what it takes from an event, from its first day on: its head, or one of its people who joined. Where somebody of the
 * school wrote meanwhile, theirs comes back.
 */
export const tellTakeaway = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		takeawayInput,
		input,
		async ({ standing, event }, { partnershipId, memberId }) => {
			const coming = await comingTo(ctx, { partnershipId, eventId: event.id });
			const joined = coming.find(({ people }) =>
				people.some(({ personId }) => personId === standing.personId),
			);
			return mayTellTakeaway(standing, memberId, joined?.memberId ?? null);
		},
		async ({ input: sent, event, by, partnershipId }) => {
			const { memberId, words, version } = sent;
			if (event.calledOff) return invalid({ '': 'This event was called off.' });
			if (standsOn(event, ctx.today) === 'ahead')
				return invalid({ '': 'What your school takes from it can be told from its first day on.' });
			const here = await presentMembers(ctx, partnershipId);
			const invited = await invitedMembers(ctx, partnershipId, event);
			if (!here.some(({ id }) => id === memberId) || !invited.some(({ id }) => id === memberId))
				return missing;
			if (await upsertTakeaway(ctx, sent, { memberId, words, version, by })) return done(null);
			const standing = (await takeawaysOf(ctx, sent)).find((one) => one.memberId === memberId);
			return sentAgain(standing, { words }, null);
		},
	);
