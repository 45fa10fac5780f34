import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPeopleSay } from '#domain/calendar/day.ts';
import { readAnswers, type ReadAnswer } from '#domain/form/words.ts';
import { inSeries } from '#domain/protocol/model.ts';
import { boundsOfEvidence, hostObserving } from '#domain/protocol/words/visit.ts';
import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedFile } from '#platform/print/file-name.ts';
import { printOnSides } from '#platform/print/pdf.server.ts';
import { projectRoot } from '#platform/project-root.ts';
import { candidates } from './candidates.server.ts';
import { reviewers, type Facts } from './facts.ts';
import { openReview, type OpenReview } from './open.server.ts';
import { companions, hasPairs } from './pairing/pairing.ts';
import { pairingsOf } from './pairing/pairing-queries.server.ts';
import { preReviewForm } from './pre-review-form.ts';
import { decisions, lines, preReviewMeeting, timetable, type TimetableEntry } from './queries.server.ts';

/** All that the printed plan of a review day says. */
export interface DayPlan {
	review: Pick<OpenReview, 'hostName' | 'focus' | 'protocol' | 'facts'>;
	lines: { letter: string; question: string }[];
	entries: TimetableEntry[];
	/** The schools that people of the team come from, by their ids (NFS-8). */
	schools: ReadonlyMap<string, readonly string[]>;
	/** Who of the host's staff goes with each of the team, by their ids (NFS-4). */
	companions: ReadonlyMap<string, string>;
	/** What the pre-review meeting settled, with the host's part in observations among it (KSA-6). */
	agreed: ReadAnswer[];
	decisions: string[];
}

/** The plan of the day (NFS-7) as a tagged PDF on two sides. Null for whoever may not read the plan. */
export async function printPlan(
	ctx: Context,
	reviewId: string,
): Promise<(PrintedFile & { sides: number }) | null> {
	const review = await openReview(ctx, reviewId);
	if (!review?.sharing.readsPlan) return null;
	const agenda = preReviewForm(review.protocol);
	const meeting = await preReviewMeeting(ctx, review);
	const team = await candidates(
		ctx,
		review,
		review.facts.team.map(({ personId }) => personId),
	);
	const { pdf, sides } = layOutPlan({
		review,
		lines: await lines(ctx, review),
		entries: await timetable(ctx, review),
		schools: new Map(team.map(({ personId, schools }) => [personId, schools])),
		companions: companions(hasPairs(review.protocol, review.facts) ? await pairingsOf(ctx, review) : []),
		agreed: meeting && agenda ? readAnswers(agenda.questions, meeting.answers) : [],
		decisions: (await decisions(ctx, review)).map(({ words }) => words),
	});
	const fileName = fileNameOf('plan', review.hostName, review.facts.firstDay ?? 'undated', 'pdf');
	return { fileName, as: 'pdf', bytes: pdf, sides };
}

/** Sets a plan on two sides of one sheet, in type of 9 points at the least; a plan that is longer runs on. */
export function layOutPlan(plan: DayPlan): { pdf: Uint8Array<ArrayBuffer>; sides: number; size: string } {
	const template = readFileSync(join(projectRoot, 'src/domain/review/printed-plan.typ'), 'utf8');
	return printOnSides(2, ['10.5', '10', '9.5', '9'], template, inWords(plan));
}

function inWords({
	review,
	lines: questions,
	entries,
	schools,
	companions: going,
	agreed,
	decisions: decided,
}: DayPlan) {
	const { hostName, focus, protocol, facts } = review;
	const kind = (key: string) => protocol.day.activityKinds.find((one) => one.key === key)?.label ?? key;
	const settled = agreed.flatMap(({ label, lines: said }) =>
		said.length > 0 ? [{ label, words: said.join('\n') }] : [],
	);
	return {
		title: `Plan of the day at ${hostName}`,
		kicker: protocol.kinds.find(({ key }) => key === facts.kind)?.label ?? 'Peer review',
		facts: [
			{
				term: 'When',
				words: inSeries([facts.firstDay, facts.lastDay].filter(isOther).map(asPeopleSay)) || 'No day set',
			},
			{ term: 'Focus', words: focus },
			{ term: 'Headteacher', words: inSeries(facts.hostHeads.map(({ name }) => name)) || 'None at present' },
		],
		standing: facts.planAgreedOn ? '' : 'Host and team have not agreed this plan yet. It may still change.',
		lines: questions,
		days: [...Map.groupBy(entries, ({ day }) => day)].map(([day, on]) => ({
			title: `Running order, ${asPeopleSay(day)}`,
			entries: on.map(({ starts, ends, title, kind: key, place, people, lines: of }) => ({
				...{ starts, ends, title, place },
				kind: kind(key) === title ? '' : kind(key),
				who: present(facts, people),
				lines: of.map(({ letter }) => letter).join(', '),
			})),
		})),
		team: facts.team.map(({ personId, name, role }) => ({
			name,
			part: protocol.roles[role].one,
			from: inSeries(schools.get(personId) ?? []),
			with: going.get(personId) ?? '',
		})),
		bounds: boundsOfEvidence(protocol),
		hostPart: hostObserving(protocol.day.hostInObservations),
		agreed: settled,
		middle: middleOf(settled.map(({ label, words }) => label.length + words.length + lineLength)),
		decisions: decided,
		restriction: 'For those who take part in this review.',
	};
}

/** Who is there, the whole team in a word. */
function present(facts: Facts, people: readonly { id: string; name: string }[]): string {
	const all = reviewers(facts).map(({ personId }) => personId);
	const whole = all.length > 1 && all.every((id) => people.some((person) => person.id === id));
	const named = people.filter(({ id }) => !whole || !all.includes(id)).map(({ name }) => name);
	return [...(whole ? ['The whole team'] : []), ...named].join(', ');
}

/** What a short line takes of a column beyond its letters. */
const lineLength = 45;

/** How many of so long pieces go into the first of two columns. */
function middleOf(lengths: readonly number[]): number {
	const all = lengths.reduce((sum, length) => sum + length, 0);
	let sum = 0;
	return lengths.findIndex((length) => (sum += length) >= all / 2) + 1;
}

/** The days that are there, the second only where it is another. */
const isOther = (day: string | null, index: number, days: (string | null)[]): day is string =>
	day !== null && days.indexOf(day) === index;
