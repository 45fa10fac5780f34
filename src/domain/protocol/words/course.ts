import { amountInWords, clauseOf, counted } from '../clauses.ts';
import type { Stage } from '../parts/stages.ts';
import type { Protocol } from '../protocol.ts';
import { all, every, ifAny, quoted, sentence } from './phrases.ts';
import { needsInWords } from './people.ts';

export function cadence({ cadence: { reviews, headsMeet } }: Protocol): string[] {
	const often =
		reviews.kind === 'each school'
			? `Each school is reviewed every ${every(reviews.every, reviews.unit)}.`
			: `There ${reviews.reviews === 1 ? 'is one review' : `are ${counted(reviews.reviews)} reviews`} each ${reviews.per}${reviews.of === 'group' ? ' in each group' : ''}.`;
	return [often, `Heads meet every ${every(headsMeet.every, headsMeet.unit)}.`];
}

export function kinds(protocol: Protocol): string[] {
	const titleOf = (key: string) => protocol.stages.find((stage) => stage.key === key)?.title ?? key;
	return protocol.kinds.flatMap(({ label, days, about, begins, without, team }) => [
		`${label} (${days === 0 ? 'no visit' : amountInWords({ amount: days, unit: 'days' })}${begins === 'afresh' ? '' : `, begins ${begins}`}): ${about}`,
		...ifAny(without, (keys) => `${label} does without ${all(keys.map((key) => quoted(titleOf(key))))}.`),
		...(team ? needsInWords(protocol, team).map((words) => `${label}: ${words}`) : []),
	]);
}

export const stages = (protocol: Protocol): string[] =>
	protocol.stages.flatMap((stage) => [
		clauseOf(protocol, stage),
		...ifAny(stage.checklist, (list) => sentence(`${stage.title} – to think of: ${list.join('; ')}`)),
		doneInWords(protocol, stage),
	]);

function doneInWords({ forms }: Protocol, { title, done, form }: Stage): string {
	const shows = done === 'ticked' ? 'somebody says so' : `this is so: ${done}`;
	const asked = form === undefined ? '' : `; it has the form ${quoted(forms[form]?.title ?? form)}`;
	return sentence(`${title} – done when ${shows}${asked}`);
}
