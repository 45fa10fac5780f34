import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { takeUpItem } from '#domain/review/deeds/group-items.server.ts';
import {
	addLine,
	agreePlan,
	changeLine,
	recordDecision,
	recordMeeting,
	scheduleActivity,
} from '#domain/review/deeds/plan.server.ts';
import { acceptReview, agreeConfidentiality, joinTeam } from '#domain/review/deeds/team.server.ts';
import { focusesOfHost } from '#domain/review/group-items.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { cast, founder, type PersonKey } from '../../cast.ts';
import { weekdayFrom } from '../days.ts';
import { did, doing } from '../doing.ts';
import { meetingAnswers } from '../meeting-answers.ts';
import type { Story } from '../story.ts';
import type { Telling } from './telling.ts';

export async function propose(
	{ founded, story, id, day, host, newId, lines }: Telling,
	days: number,
): Promise<void> {
	const { partnershipId, members, people } = founded;
	const { focus, focusKind, focusSource } = story;
	await doing(founded, founder, weekdayFrom(day, -56), '16:10', async (ctx) => {
		const frame = { kind: 'themed', focus, focusKind, focusSource, firstDay: day, days };
		const review = { id, partnershipId, hostMemberId: members.get(story.host), ...frame };
		await did(proposeReview(ctx, review), `propose the review at ${story.host}`);
		for (const [key, role] of Object.entries(story.team))
			await did(
				joinTeam(ctx, { reviewId: id, personId: people.get(key as PersonKey), role }),
				`put ${key} on the team`,
			);
	});
	await doing(founded, host, weekdayFrom(day, -52), '17:30', async (ctx) => {
		await did(acceptReview(ctx, { reviewId: id }), 'accept as host');
		const items = await itemsOfTrio(ctx, id);
		for (const [index, question] of story.lines.entries()) {
			const letter = letters[index]!;
			const line = { id: newId(), reviewId: id, question };
			const itemId = items.get(story.takesUp?.[letter] ?? '');
			if (itemId) {
				await did(takeUpItem(ctx, { ...line, itemId }), 'take up an item of the trio');
				await did(changeLine(ctx, { ...line, lineId: line.id }), 'put it in the host’s words');
			} else await did(addLine(ctx, line), 'add a line');
			lines.set(letter, line.id);
		}
	});
}

/** What the host's trio looks into, by letter; nothing where the review lies in a year before there were trios. */
async function itemsOfTrio(ctx: Context, reviewId: string): Promise<Map<string, string>> {
	const focuses = await focusesOfHost(ctx, (await openReview(ctx, reviewId))!);
	return new Map(focuses.flatMap(({ items }) => items.map(({ letter, id }) => [letter, id])));
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Everyone on the team says yes; where the review is still ahead, the last of them has yet to. */
export async function accept({ founded, story, id, day, team }: Telling, lastIsOpen: boolean): Promise<void> {
	const asked = team.filter((who) => story.team[who] !== 'champion');
	for (const [index, who] of asked.entries()) {
		if (lastIsOpen && index === asked.length - 1) continue;
		await doing(founded, who, weekdayFrom(day, -50 + index), '18:05', (ctx) =>
			did(acceptReview(ctx, { reviewId: id }), `accept for ${who}`),
		);
	}
}

export async function prepare(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day, team, newId } = telling;
	const facilitator = team.find((who) => story.team[who] === 'facilitator')!;
	const met = weekdayFrom(day, -21);
	await doing(founded, facilitator, met, '16:40', async (ctx) => {
		const answers = meetingAnswers(story.meeting, day);
		await did(recordMeeting(ctx, { reviewId, heldOn: met, version: 0, answers }), 'record the meeting');
		for (const words of story.decisions)
			await did(recordDecision(ctx, { id: newId(), reviewId, words }), 'record a decision');
		for (const slot of story.timetable) await schedule(ctx, telling, slot);
		await did(agreePlan(ctx, { reviewId }), 'agree the plan');
	});
	for (const who of team.filter((one) => story.team[one] !== 'champion'))
		await doing(founded, who, weekdayFrom(day, -10), '19:15', (ctx) =>
			did(
				agreeConfidentiality(ctx, { reviewId, typedName: cast[who].name }),
				`agree confidentiality for ${who}`,
			),
		);
}

async function schedule(
	ctx: Context,
	{ founded, id: reviewId, day, lines, slots, newId }: Telling,
	slot: Story['timetable'][number],
) {
	const id = newId();
	slots.set(slot.key, id);
	const activity = {
		id,
		reviewId,
		kind: slot.kind,
		title: slot.title,
		place: slot.place,
		day,
		starts: slot.from,
		ends: slot.to,
		people: slot.who.map((who) => founded.people.get(who)!),
		lines: slot.lines.map((letter) => lines.get(letter)!),
	};
	await did(scheduleActivity(ctx, activity), `put ${slot.title} on the timetable`);
}
