import { proposeDays } from '#domain/planning/dating/solve.ts';
import { groupingInstance } from '#domain/planning/grouping/instance.fixture.ts';
import { proposeGroups } from '#domain/planning/grouping/solve.ts';
import { proposeTeams } from '#domain/planning/teaming/solve.ts';
import { datingInstance, teamingInstance, yearInstance } from '#domain/planning/year.fixture.ts';
import { proposeYear } from '#domain/planning/year/solve.ts';
import type { Figure } from './figure.ts';
import { annealedGroups, greedyGroups } from './planning/simple-groups.ts';

const seeds = [1, 2, 3];
const bars: Record<number, { seconds: number; gap: number }> = {
	24: { seconds: 3, gap: 0 },
	100: { seconds: 90, gap: 0.001 },
};

/**
 * P9: groups of invented partnerships of each size, the longest of three and the widest gap; a year of 24 schools; and a year mended. Measured is the
 * time this process had a processor: what else the machine does counts for little.
 */
export async function measure(): Promise<Figure[]> {
	// The first use compiles the library.
	await proposeGroups(groupingInstance(8, 9));
	const figures: Figure[] = [];
	for (const schools of [8, 12, 24, 48, 100]) figures.push(await groups(schools));
	return [...figures, await year(24), await mending(24), await mending(48)];
}

async function groups(schools: number): Promise<Figure> {
	const runs: { value: number; bound: number; seconds: number; greedy: number; annealed: number }[] = [];
	for (const seed of seeds) {
		const input = groupingInstance(schools, seed);
		const began = process.cpuUsage();
		const { value, bound } = await proposeGroups(input);
		const seconds = since(began);
		runs.push({
			value,
			bound,
			seconds,
			greedy: greedyGroups(input),
			annealed: annealedGroups(input, 2000 * schools, seed),
		});
	}
	const worst = Math.max(...runs.map(({ value, bound }) => (bound - value) / Math.abs(bound)));
	const longest = Math.max(...runs.map(({ seconds }) => seconds));
	const bar = bars[schools];
	const simple = (of: (run: (typeof runs)[number]) => number) => {
		const kept = runs.filter((run) => of(run) > -5000);
		const off = kept.map((run) => (100 * (run.value - of(run))) / run.value);
		const broken = runs.length - kept.length;
		return [
			...(kept.length > 0 ? [`${Math.min(...off).toFixed(1)}–${Math.max(...off).toFixed(1)} % off`] : []),
			...(broken > 0 ? [`breaks a rule in ${broken} of ${runs.length}`] : []),
		].join(', ');
	};
	return {
		value: `${runs.map(({ value, bound }) => `${value} of at most ${bound}`).join(', ')}; gap ${percent(worst)}; ${longest.toFixed(1)} s`,
		bar: bar ? `gap ≤ ${percent(bar.gap)}, < ${bar.seconds} s` : 'none',
		ok: !bar || (worst <= bar.gap && longest < bar.seconds),
		how: `groups of ${schools} schools, seeds ${seeds.join(', ')}; greedy ${simple(({ greedy }) => greedy)}; annealing ${simple(({ annealed }) => annealed)}`,
	};
}

async function year(schools: number): Promise<Figure> {
	const began = process.cpuUsage();
	const grouped = await proposeGroups(groupingInstance(schools, 1));
	const input = teamingInstance(schools, 1, grouped);
	const teams = await proposeTeams(input);
	const days = await proposeDays(datingInstance(input, teams, 1));
	const seconds = since(began);
	const stages = [grouped, teams, days];
	return {
		value: `${seconds.toFixed(1)} s; ${stages.map(({ stage, value, bound }) => `${stage} ${value} of at most ${bound}`).join(', ')}`,
		bar: '< 20 s',
		ok: seconds < 20,
		how: `a year of ${schools} schools: groups, teams from the group, days, one after the other, with what each group and day would lose`,
	};
}

/** Somebody leaves who is on more teams than anybody else. */
async function mending(schools: number): Promise<Figure> {
	const input = yearInstance(schools, 1);
	const { teams, days } = await proposeYear({ ...input, agreed: [] });
	const dayOf = new Map(days.dated.map((one) => [one.review, one.days[0]!]));
	const agreed = teams.teams.map(({ review, people }) => ({
		review,
		people,
		day: dayOf.get(review) ?? null,
	}));
	const leaver = teams.load.toSorted((one, other) => other.days - one.days)[0]!.person;
	const people = input.teams.people.filter(({ id }) => id !== leaver);
	const began = process.cpuUsage();
	const { changed } = await proposeYear({ ...input, teams: { ...input.teams, people }, agreed });
	const seconds = since(began);
	const bar = schools <= 24 ? 5 : 15;
	return {
		value: `${seconds.toFixed(1)} s; ${changed!.reviews.length} of ${schools} reviews change, the fewest ${changed!.fewest}`,
		bar: `the fewest, < ${bar} s`,
		ok: changed!.proven && seconds < bar,
		how: `an agreed year of ${schools} schools mended after whoever is on most teams leaves`,
	};
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function since(began: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1_000_000;
}
