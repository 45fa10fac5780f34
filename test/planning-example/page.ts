import { format, resolveConfig } from 'prettier';
import { join } from 'node:path';
import { proposeGroups } from '#domain/planning/grouping/solve.ts';
import type { Names } from '#domain/planning/reasons/reason.ts';
import type { YearAnswer, YearInput } from '#domain/planning/year/model.ts';
import { proposeYear } from '#domain/planning/year/solve.ts';
import { attribution } from '#domain/register/attribution.ts';
import { projectRoot } from '#platform/project-root.ts';
import {
	changesList,
	daysTable,
	figuresTable,
	groupSections,
	loads,
	schoolsTable,
	teamSections,
	unmet,
	worth,
} from './print.ts';
import { essexExample, resultsOf } from './schools.ts';
import { groupsOf, namesOf, schoolYear, yearOf, type Settings } from './year.ts';

export const pageFile = join(projectRoot, 'docs/planning-example.md');

const maldon = { easting: 585_000, northing: 207_000 };
const harlow = { easting: 544_600, northing: 210_200 };

/** The page as the code prints it today. */
export async function examplePage(): Promise<string> {
	const text = [opening(), await trios(), await quads()].join('\n\n');
	return format(text, { ...(await resolveConfig(pageFile)), parser: 'markdown' });
}

const opening = (): string => `# A year proposed: an example

What [How a year is proposed](planning.md) describes, for real schools at their real places: fifteen around Maldon in trios, and
twenty-four around Harlow in trios and quads. The groups, teams, days and reasons below are printed by the code as it is now
(\`npm run example\`), and a test fails when it would print others.

**Nobody has asked these schools anything.** They are no partnership that we know of: they are the schools of Essex with published
results that are nearest to the middle of a town. Real are their places, sizes, intakes and characters, their key stage 2 results of
${resultsOf}, and Essex’s term dates of ${schoolYear}. Everything else is supposed:

- In the product a need is only ever a head’s own statement, and a strength what a school offers to share. Here both are taken from
  published results by the rule below, because there is nothing else to take them from. They say nothing about how good a school is.
- How much support a school needs is its head’s own judgement and is left out; so are last year’s groups.
- Every school lends its head and one senior leader, for three days a year at most; nobody’s diary is known. People go by their post,
  schools by the beginning of their names.
- A school’s strength is taken to be its reviewers’ strength, and its most urgent need to be the focus of its review.

${figuresTable(essexExample(1, maldon))}

The middle is that of all Essex schools with results. What a school is furthest from the middle in comes first among its needs.

${attribution}.`;

async function trios(): Promise<string> {
	const settings: Settings = { size: { least: 3, most: 3 }, from: 'the group', near: 5000, competing: 1000 };
	const { schools } = essexExample(15, maldon);
	const names = namesOf(schools);
	const groups = await proposeGroups(groupsOf(schools, settings));
	const input = yearOf(schools, groups, settings);
	const year = await proposeYear(input);
	return `## Fifteen schools in trios

Up to 5 km counts as near, and schools less than 1 km apart as competing for pupils. Each school is reviewed on one day by three people
from the other two of its trio, at least one of them a head.

${schoolsTable(schools)}

### Who is together

${worth('These groups', groups)}

${groupSections(groups, names)}

No school of the group can help with these needs; whoever leads looks for help beyond it:

${unmet(schools, groups, names)}

### Who reviews whom

${worth('These teams', year.teams)} Of the thirty people ${loads(year)}.

${teamSections(year, names)}

### When

At most one review a week, on a Tuesday, Wednesday or Thursday, not in the first or last week of a term and not in the week of the key stage 2
tests; nobody is there more than twice in a half-term. Each further review of one half-term costs points; of days that are as good, any is
taken. ${worth('These days', year.days)}

${daysTable(year, names)}

${await whenAHeadLeaves(input, year, names)}`;
}

/** The head who is on most teams leaves, and their school has nobody else to lend at once. */
async function whenAHeadLeaves(input: YearInput, year: YearAnswer, names: Names): Promise<string> {
	const dayOf = new Map(year.days.dated.map(({ review, days: [day] }) => [review, day!]));
	const agreed = year.teams.teams.map(({ review, people }) => ({
		review,
		people,
		day: dayOf.get(review) ?? null,
	}));
	const [leaver] = year.teams.load
		.filter(({ person }) => person.endsWith('head'))
		.toSorted((one, other) => other.days - one.days);
	const people = input.teams.people.filter(({ id }) => id !== leaver!.person);
	const mended = await proposeYear({ ...input, teams: { ...input.teams, people }, agreed });
	const { reviews, fewest } = mended.changed!;
	return `### When a head leaves

Suppose all this is agreed, and then ${names.get(leaver!.person)!} leaves and cannot be asked any more. Of the ${agreed.length} reviews
${reviews.length} change, all others stay to the letter, and no plan changes fewer than ${fewest}:

${changesList(agreed, mended, names)}`;
}

async function quads(): Promise<string> {
	const settings: Settings = {
		size: { least: 3, most: 4 },
		from: 'the partnership',
		near: 3000,
		competing: 700,
	};
	const { schools } = essexExample(24, harlow);
	const names = namesOf(schools);
	const groups = await proposeGroups(groupsOf(schools, settings));
	const year = await proposeYear(yearOf(schools, groups, settings));
	return `## Twenty-four schools in trios and quads

A town: up to 3 km counts as near, and schools less than 700 m apart as competing for pupils. Here reviewers come from the whole
partnership, three to a review with at least one head; that two schools review each other is avoided where it can be.

${schoolsTable(schools)}

### Who is together

${worth('These groups', groups)}

${groupSections(groups, names)}

No school of the group can help with these needs; whoever leads looks for help beyond it:

${unmet(schools, groups, names)}

A chair may well find that one school is asked for too much here. Two schools that should not lean on it together are kept apart by hand, and
the rest is reckoned anew.

### Who reviews whom, and when

${worth('These teams', year.teams)} Of the forty-eight people ${loads(year)}. ${worth('These days', year.days)}

${daysTable(year, names)}`;
}
