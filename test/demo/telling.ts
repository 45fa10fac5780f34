import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { answerLookBack, closeReview } from '#domain/improvement/deeds/look-back.server.ts';
import {
	planAction,
	reportProgress,
	rescheduleAction,
	updateAction,
} from '#domain/improvement/deeds/actions.server.ts';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { addRemark } from '#domain/report/deeds/remarks.server.ts';
import { signEdition } from '#domain/report/deeds/signing.server.ts';
import { makeEdition, saveSection } from '#domain/report/deeds/writing.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import {
	addLine,
	agreePlan,
	recordDecision,
	recordMeeting,
	scheduleActivity,
} from '#domain/review/deeds/plan.server.ts';
import { acceptReview, agreeConfidentiality, joinTeam } from '#domain/review/deeds/team.server.ts';
import { recordWorkshop } from '#domain/workshop/actions.server.ts';
import { type Context, londonDay } from '#platform/context.ts';
import { founder, type PersonKey } from '../cast.ts';
import { weekdayFrom } from './days.ts';
import { at, did, doing } from './doing.ts';
import { headOf, type Founded } from './founding.ts';
import { meetingAnswers } from './meeting-answers.ts';
import type { Story } from './story.ts';

/** A review being told: where it stands in time, and the ids of what has been made so far. */
interface Telling {
	founded: Founded;
	story: Story;
	id: string;
	day: string;
	newId: () => string;
	host: PersonKey;
	team: PersonKey[];
	lines: Map<string, string>;
	slots: Map<string, string>;
	evidence: string[];
	findings: string[];
}

/** How far a review is told. */
export type Until = 'accepted' | 'on the day' | 'published' | 'the end';

/** Lets the cast live through one review, from its proposal to `until` or to where the present day cuts it off. Gives its id. */
export async function tell(
	founded: Founded,
	story: Story,
	{ day, days }: { day: string; days: number },
	until: Until,
	newId: () => string,
): Promise<string> {
	const telling: Telling = {
		founded,
		story,
		id: newId(),
		day,
		newId,
		host: headOf(story.host),
		team: Object.keys(story.team) as PersonKey[],
		lines: new Map(),
		slots: new Map(),
		evidence: [],
		findings: [],
	};
	await propose(telling, days);
	await accept(telling, until === 'accepted');
	if (until === 'accepted') return telling.id;
	await prepare(telling);
	await capture(telling);
	if (until === 'on the day') return telling.id;
	await write(telling);
	if (until === 'published') return telling.id;
	await followUp(telling);
	await lookBack(telling);
	return telling.id;
}

async function propose(
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
		for (const [index, question] of story.lines.entries()) {
			const line = { id: newId(), reviewId: id, question };
			await did(addLine(ctx, line), 'add a line');
			lines.set(letters[index]!, line.id);
		}
	});
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Everyone on the team says yes; where the review is still ahead, the last of them has yet to. */
async function accept({ founded, story, id, day, team }: Telling, lastIsOpen: boolean): Promise<void> {
	const asked = team.filter((who) => story.team[who] !== 'champion');
	for (const [index, who] of asked.entries()) {
		if (lastIsOpen && index === asked.length - 1) continue;
		await doing(founded, who, weekdayFrom(day, -50 + index), '18:05', (ctx) =>
			did(acceptReview(ctx, { reviewId: id }), `accept for ${who}`),
		);
	}
}

async function prepare(telling: Telling): Promise<void> {
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
			did(agreeConfidentiality(ctx, { reviewId }), `agree confidentiality for ${who}`),
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

async function capture({
	founded,
	story,
	id: reviewId,
	day,
	team,
	lines,
	slots,
	evidence,
	newId,
}: Telling): Promise<void> {
	evidence.push(...story.evidence.map(newId));
	for (const who of team.filter((one) => story.evidence.some(({ by }) => by === one)))
		await doing(founded, who, day, '17:00', async (ctx) => {
			for (const [index, piece] of story.evidence.entries()) {
				if (piece.by !== who) continue;
				const recorded = {
					id: evidence[index],
					reviewId,
					activityId: piece.during ? slots.get(piece.during) : null,
					lineId: lines.get(piece.line),
					source: piece.source,
					kind: piece.kind,
					seen: piece.seen,
					soWhat: piece.soWhat,
					...(piece.differs && { contradictsHost: 'yes' }),
					pupilYear: piece.year ?? '',
				};
				await did(recordEvidence(at(ctx, day, piece.at), recorded), `record what ${who} saw`);
			}
		});
}

async function write(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day, team, lines, evidence, findings, newId } = telling;
	const writers = team.filter((who) => story.team[who] !== 'champion');
	const edition = await doing(founded, writers[1]!, day, '16:20', async (ctx) => {
		for (const { kind, line, seen, effect, rests } of story.findings) {
			const id = newId();
			const finding = {
				id,
				reviewId,
				kind,
				lineId: lines.get(line),
				seen,
				effect,
				evidence: rests.map((index) => evidence[index]!),
			};
			await did(writeFinding(ctx, finding), 'write a finding');
			findings.push(id);
		}
		for (const [heading, body] of Object.entries(story.report))
			await did(saveSection(ctx, { reviewId, heading, body, version: 0 }), `write under ${heading}`);
		return (await did(makeEdition(ctx, { reviewId }), 'put the report up for signing')).number;
	});
	for (const who of writers)
		await doing(founded, who, day, '16:50', (ctx) =>
			did(signEdition(ctx, { reviewId, edition }), `sign for ${who}`),
		);
	const remarks = [
		...(story.teamComment ? [{ ...story.teamComment, heading: 'team-comments', after: 1 }] : []),
		...story.responses.map((response, index) => ({ ...response, heading: 'response', after: 3 + index })),
	];
	for (const { by, heading, words, after } of remarks)
		await doing(founded, by, weekdayFrom(day, after), '20:10', (ctx) =>
			did(addRemark(ctx, { id: newId(), reviewId, heading, words }), `add under ${heading}`),
		);
	await doing(founded, writers[0]!, weekdayFrom(day, 5), '08:20', (ctx) =>
		did(publishReport(ctx, { reviewId }), 'publish the report'),
	);
}

async function followUp(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day } = telling;
	const { workshop } = story;
	if (workshop) {
		const heldOn = weekdayFrom(day, workshop.after);
		await doing(founded, workshop.by, heldOn, '18:00', (ctx) =>
			did(
				recordWorkshop(ctx, { reviewId, heldOn, outcome: workshop.outcome, version: 0 }),
				'write up the workshop',
			),
		);
	}
	for (const action of story.actions) await carryOut(telling, action);
	for (const { by, after, words } of story.progress)
		if (isPast(telling, after))
			await doing(founded, by, weekdayFrom(day, after), '13:30', (ctx) =>
				did(reportProgress(ctx, { id: telling.newId(), reviewId, words }), 'report progress'),
			);
}

const isPast = ({ founded, day }: Telling, after: number) =>
	weekdayFrom(day, after) <= londonDay(founded.now);

async function carryOut(telling: Telling, action: Story['actions'][number]): Promise<void> {
	const { founded, id: reviewId, day, host, findings, newId } = telling;
	const actionId = newId();
	await doing(founded, host, weekdayFrom(day, 14), '17:20', async (ctx) => {
		const { title, owner, measure } = action;
		const plan = {
			id: actionId,
			reviewId,
			findingId: findings[action.finding],
			title,
			owner,
			due: weekdayFrom(day, action.due),
			measureOfSuccess: measure,
		};
		await did(planAction(ctx, plan), `plan ‘${title}’`);
	});
	for (const { after, progress, words, by, movedTo } of action.updates) {
		if (!isPast(telling, after)) continue;
		await doing(founded, by ?? host, weekdayFrom(day, after), '16:45', async (ctx) => {
			if (movedTo === undefined)
				await did(
					updateAction(ctx, { id: newId(), reviewId, actionId, progress, words }),
					`update ‘${action.title}’`,
				);
			else
				await did(
					rescheduleAction(ctx, {
						id: newId(),
						reviewId,
						actionId,
						due: weekdayFrom(day, movedTo),
						reason: words,
					}),
					`move ‘${action.title}’`,
				);
		});
	}
}

async function lookBack(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day } = telling;
	for (const { by, after, answers } of Object.values(story.lookBack))
		if (isPast(telling, after))
			await doing(founded, by, weekdayFrom(day, after), '19:40', (ctx) =>
				did(answerLookBack(ctx, { reviewId, answers }), `look back as ${by}`),
			);
	const { closed } = story;
	if (closed && isPast(telling, closed.after))
		await doing(founded, closed.by, weekdayFrom(day, closed.after), '09:30', (ctx) =>
			did(closeReview(ctx, { reviewId }), 'close the review'),
		);
}
