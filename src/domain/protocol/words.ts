import { partsInOrder, partTitles, type Part } from './parts-in-order.ts';
import type { Protocol } from './protocol.ts';
import { adaptation, afterwards, quality, workshop } from './words/after.ts';
import { cadence, kinds, stages } from './words/course.ts';
import { forms } from './words/forms.ts';
import { focus, people, team, vocabulary } from './words/people.ts';
import { concerns, readers } from './words/readers.ts';
import { day, evidence, report } from './words/visit.ts';

/** One part of a document as people read it. */
export type Section = { key: string; title: string; sentences: string[] };

/**
 * The whole protocol in plain English, part by part, said from the same data that drives the product. It leaves nothing out:
 * two protocols that differ are said differently (tested), so that what changed between versions is what their words say.
 */
export const protocolInWords = (protocol: Protocol): Section[] =>
	partsInOrder.map((part) => ({ key: part, title: partTitles[part], sentences: says[part](protocol) }));

const says: Record<Part, (protocol: Protocol) => string[]> = {
	preamble,
	cadence,
	kinds,
	roles: people,
	vocabulary,
	team,
	focus,
	stages,
	day,
	evidence,
	report,
	audience: readers,
	concerns,
	workshop,
	followUp: afterwards,
	quality,
	forms,
	adaptation,
};

function preamble({
	title,
	preamble: { vision, purpose, values, reviewersDo, reviewersDoNot },
}: Protocol): string[] {
	return [
		`This is ‘${title}’.`,
		vision,
		purpose,
		...values.map(({ name, means }) => `${name}: ${means}`),
		...reviewersDo.map((words) => `Reviewers do: ${words}.`),
		...reviewersDoNot.map((words) => `Reviewers do not: ${words}.`),
	];
}
