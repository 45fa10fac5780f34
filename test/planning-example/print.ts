import { asPeopleSay } from '#domain/calendar/day.ts';
import type { GroupingAnswer } from '#domain/planning/grouping/model.ts';
import { changeWords } from '#domain/planning/reasons/changes.ts';
import { groupReasons } from '#domain/planning/reasons/groups.ts';
import { points, type Names, type Reason } from '#domain/planning/reasons/reason.ts';
import { teamReasons } from '#domain/planning/reasons/teams.ts';
import { changesIn } from '#domain/planning/year/changes.ts';
import type { Agreed, YearAnswer } from '#domain/planning/year/model.ts';
import { inSeries } from '#domain/protocol/model.ts';
import { figures, type Example, type ExampleSchool } from './schools.ts';

// What the example says, in Markdown; the reasons are those of the product’s screens.

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);
const list = (lines: readonly string[]): string => lines.map((line) => `- ${capital(line)}`).join('\n');
const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
	[heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const orNone = (words: readonly string[]): string => (words.length === 0 ? '–' : words.join(', '));
const said = (reasons: readonly Reason[]): string =>
	list(reasons.map(({ is, words }) => (is === 'against' ? `_Against it._ ${capital(words)}` : words)));

/** What a stage is worth, and how sure that is. */
export const worth = (what: string, { value, bound }: { value: number; bound: number }): string =>
	value < 0
		? costs(what, value, bound)
		: value === bound
			? `${what} are worth ${points(value)}, and no others that keep the rules are worth more: that is proven.`
			: `${what} are worth ${points(value)}; no others that keep the rules are worth more than ${points(bound)}.`;

const costs = (what: string, value: number, bound: number): string =>
	value === bound
		? `${what} cost ${points(-value)}, and no others that keep the rules cost less: that is proven.`
		: `${what} cost ${points(-value)}; no others that keep the rules cost less than ${points(-bound)}.`;

export const figuresTable = ({ middles }: Example): string =>
	table(
		['theme', 'published figure', 'middle of Essex', 'a strength from', 'a need up to'],
		figures.map(({ theme, words, apart }) => {
			const middle = middles.get(theme)!;
			return [theme, words, String(middle), String(middle + apart), String(middle - apart)];
		}),
	);

export const schoolsTable = (schools: readonly ExampleSchool[]): string =>
	table(
		['school', 'pupils', 'free school meals', 'character', 'needs, the most urgent first', 'strengths'],
		schools.map(({ name, pupils, traits, needs, strengths }) => [
			name,
			String(pupils ?? '–'),
			traits.intake?.replace(' on free school meals', '') ?? '–',
			traits.character ?? '–',
			orNone(needs.map(({ theme }) => theme)),
			orNone(strengths),
		]),
	);

export function groupSections({ groups, unplaced }: GroupingAnswer, names: Names): string {
	const left = unplaced.map((id) => names.get(id)!);
	return [
		...groups.map((group) =>
			[
				`#### Group ${group.number}`,
				list(group.schools.map((id) => `**${names.get(id)!}**`)),
				'Why these:',
				said(groupReasons(group, names)),
			].join('\n\n'),
		),
		...(left.length > 0 ? [`Without a group: ${inSeries(left)}.`] : []),
	].join('\n\n');
}

/** Needs that the plan leaves for others to meet: what a chair asks next. */
export function unmet(schools: readonly ExampleSchool[], { groups }: GroupingAnswer, names: Names): string {
	const met = new Set(
		groups
			.flatMap(({ measures }) => measures.flatMap(({ facts }) => facts))
			.flatMap((fact) => (fact.is === 'need met' ? [`${fact.school} ${fact.theme}`] : [])),
	);
	return list(
		schools.flatMap(({ id, needs }) => {
			const left = needs.filter(({ theme }) => !met.has(`${id} ${theme}`)).map(({ theme }) => theme);
			return left.length > 0 ? [`${names.get(id)!}: ${inSeries(left)}.`] : [];
		}),
	);
}

const asReviewer = {
	reviewer: 'reviewer',
	facilitator: 'facilitator',
	expert: 'expert',
	champion: 'champion',
};

export const teamSections = ({ teams }: YearAnswer, names: Names): string =>
	teams.teams
		.map((team) =>
			[
				`#### ${names.get(team.review)!} is reviewed by`,
				list(team.people.map(({ person }) => `**${names.get(person)!}**`)),
				'Why these:',
				said(teamReasons(team, names, asReviewer)),
			].join('\n\n'),
		)
		.join('\n\n');

/** What a mended plan changes of each review, under its name. */
export const changesList = (agreed: readonly Agreed[], { teams, days }: YearAnswer, names: Names): string =>
	list(
		changesIn(agreed, teams, days).map(
			(change) =>
				`**${names.get(change.review)!}** ${changeWords(change, names, asReviewer).map(capital).join(' ')}`,
		),
	);

export function daysTable({ teams, days }: YearAnswer, names: Names): string {
	const team = new Map(teams.teams.map(({ review, people }) => [review, people]));
	return table(
		['day', 'school', 'reviewed by'],
		days.dated
			.toSorted((one, other) => (one.days[0]! < other.days[0]! ? -1 : 1))
			.map(({ review, days: [day] }) => [
				asPeopleSay(day!),
				names.get(review)!,
				(team.get(review) ?? []).map(({ person }) => names.get(person)!).join('; '),
			]),
	);
}

const inWords = ['no', 'one', 'two', 'three'];
const word = (count: number): string => inWords[count] ?? String(count);

/** How evenly the days are given. */
export function loads({ teams }: YearAnswer): string {
	const counts = Map.groupBy(teams.load, ({ days }) => days);
	return inSeries(
		[...counts.keys()]
			.sort((one, other) => one - other)
			.map(
				(days) => `${word(counts.get(days)!.length)} give ${days === 1 ? 'one day' : `${word(days)} days`}`,
			),
	);
}
