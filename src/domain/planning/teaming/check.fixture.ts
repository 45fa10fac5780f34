import type { Colleague, HostedSchool, ReviewToStaff, TeamingAnswer, TeamingInput } from './model.ts';

/**
 * An independent check of a plan of teams: reads the input and the answer and nothing else of planning, with its own distances and
 * its own counting. Every broken rule in a sentence, and the value as it reckons it.
 */
export function checkTeams(input: TeamingInput, answer: TeamingAnswer): { broken: string[]; value: number } {
	const broken: string[] = [];
	const say = (fault: boolean, words: string) => void (fault && broken.push(words));
	const strength = (rule: string) =>
		input.rules.some((one) => one.rule === rule && one.weight === 'must')
			? 'must'
			: input.rules.find((one) => one.rule === rule)?.weight;
	const weight = (key: keyof TeamingInput['weights'], usual: number) => input.weights[key] ?? usual;
	const soft = (rule: string, key: keyof TeamingInput['weights'], usual: number) =>
		strength(rule) === 'prefer' ? weight(key, usual) : 0;

	const told = [...answer.teams.map(({ review }) => review), ...answer.unstaffed].sort();
	const asked = [...new Set(input.reviews.map(({ id }) => id))].sort();
	say(told.join() !== asked.join(), 'not every review once');
	let value = -10_000 * answer.unstaffed.length;
	const given = new Map<string, { days: number; terms: Map<string, number> }>();
	const goes = new Set<string>();

	for (const team of answer.teams) {
		const review = input.reviews.find(({ id }) => id === team.review)!;
		const members = team.people.map(({ person, role }) => ({
			role,
			who: input.people.find(({ id }) => id === person)!,
		}));
		const seeing = members.filter(({ role }) => role !== 'champion');
		const has = (role: string) => members.filter((one) => one.role === role).length;
		say(new Set(team.people.map(({ person }) => person)).size !== members.length, `${review.id}: twice`);
		say(
			seeing.length < input.size.least || seeing.length > input.size.most,
			`${review.id}: ${seeing.length} people`,
		);
		say(has('reviewer') < 1, `${review.id}: nobody reviews`);
		say(seeing.filter(({ who }) => who.head).length < input.heads, `${review.id}: too few heads`);
		for (const role of ['facilitator', 'expert', 'champion'] as const) {
			say(input[role] === 'never' && has(role) > 0, `${review.id}: has a ${role}`);
			say(has(role) > 1, `${review.id}: two of ${role}`);
			const lacks = input[role] === 'must' && has(role) === 0;
			say(lacks !== team.open.includes(role), `${review.id}: ${role} open or not`);
			if (lacks) value -= 2000;
		}
		for (const { who, role } of members) {
			say(who.school === review.host, `${who.id} reviews their own school`);
			const trained =
				role === 'reviewer'
					? who.posts.some((post) => input.reviewers.includes(post))
					: who.trained.includes(role);
			say(!trained, `${who.id} may not be ${role}`);
			const unversed =
				role === 'expert' &&
				review.themes.length > 0 &&
				!review.themes.some((theme) => who.strengths.includes(theme));
			say(unversed, `${who.id} is no expert in the focus of ${review.id}`);
			say(barred(input, review, who), `${who.id} is barred from ${review.id}`);
			const from = review.reviewersFrom;
			say(
				role === 'reviewer' && from !== null && !from.includes(who.school ?? ''),
				`${who.id} is from elsewhere`,
			);
			const days = role === 'champion' ? input.championDays : review.days;
			const so = given.get(who.id) ?? { days: 0, terms: new Map<string, number>() };
			so.days += days;
			if (review.term) so.terms.set(review.term, (so.terms.get(review.term) ?? 0) + days);
			given.set(who.id, so);
			const keeps = input.agreed?.some(
				(one) => one.review === review.id && one.person === who.id && one.role === role,
			);
			if (keeps) value += weight('kept on the team', 15);
			value += seen(input, review, who, role === 'champion', soft, strength, say);
			if (role !== 'champion' && who.school) goes.add(`${who.school}>${review.host}`);
		}
		const free =
			review.possible.length === 0 ||
			review.possible.some((day) => seeing.every(({ who }) => !who.cannot.includes(day)));
		say(!free, `${review.id}: no day on which all can`);
		const knows = review.themes.filter((theme, at) => {
			return review.themes.indexOf(theme) === at && seeing.some(({ who }) => who.strengths.includes(theme));
		}).length;
		value += knows * soft('expertise in the focus', 'expertise', 12);
		const lost = strength('expertise in the focus') === 'must' && review.themes.length > 0 && knows === 0;
		say(lost, `${review.id}: nobody knows the focus`);
		const led =
			!seeing.some(({ who }) => who.experience === 'new') ||
			seeing.some(({ who }) => who.experience === 'experienced');
		say(!led && strength('new with experienced') === 'must', `${review.id}: new without experienced`);
		if (!led) value -= soft('new with experienced', 'without experience', 20);
		for (const pin of input.pins) {
			const kept = team.people.some(({ person, role }) => person === pin.person && role === pin.role);
			say(pin.review === review.id && !kept, `${review.id}: ${pin.person} is pinned`);
		}
	}
	for (const [id, { days, terms }] of given) {
		const who = input.people.find((one) => one.id === id)!;
		const over = who.most === null ? 0 : Math.max(0, days - Math.max(0, who.most - who.given));
		if (strength('release limit') === 'prefer') value -= over * weight('over the limit', 40);
		else say(over > 0, `${id} gives ${days} more`);
		for (const [term, inTerm] of terms)
			say(who.mostInTerm !== null && inTerm > who.mostInTerm, `${id} gives ${inTerm} in ${term}`);
		for (let day = who.given; day < who.given + days; day += 1) value -= weight('load', 3) * day;
	}
	for (const way of goes) {
		const [from, to] = way.split('>') as [string, string];
		if (from >= to || !goes.has(`${to}>${from}`)) continue;
		say(strength('no immediate return visit') === 'must', `${from} and ${to} review each other`);
		value -= soft('no immediate return visit', 'return visit', 15);
	}
	say(value !== answer.value, `the plan says ${answer.value} and has ${value}`);
	const parts =
		answer.teams.reduce((sum, team) => sum + team.points, 0) -
		10_000 * answer.unstaffed.length +
		[...answer.load, ...answer.returnVisits].reduce((sum, { points }) => sum + points, 0);
	say(parts !== answer.value, `its parts say ${parts} of ${answer.value}`);
	say(answer.value > answer.bound || answer.proven !== (answer.value === answer.bound), 'the bound is wrong');
	return { broken, value };
}

const barred = (input: TeamingInput, review: ReviewToStaff, who: Colleague): boolean =>
	input.bars.some(({ review: of, person }) => person === who.id && (of === null || of === review.id));

function seen(
	input: TeamingInput,
	review: ReviewToStaff,
	who: Colleague,
	champion: boolean,
	soft: (rule: string, key: keyof TeamingInput['weights'], usual: number) => number,
	strength: (rule: string) => string | undefined,
	say: (fault: boolean, words: string) => void,
): number {
	const host = input.schools.find(({ id }) => id === review.host);
	const own = input.schools.find(({ id }) => id === who.school);
	const metres = host && own ? apartBy(host, own) : undefined;
	let points = 0;
	for (let left = (metres ?? 0) - input.near; left > 0; left -= 1000)
		points -= input.weights['journey to the host'] ?? 1;
	if (champion) return points;
	let differs = 0;
	for (const trait of ['size', 'intake', 'setting', 'character', 'phase'] as const) {
		const [a, b] = [host?.traits[trait] ?? '', own?.traits[trait] ?? ''];
		if (a !== '' && b !== '' && a !== b) differs += 1;
	}
	points += differs * soft('contrast with the host', 'contrast with the host', 2);
	say(
		strength('contrast with the host') === 'must' && Boolean(own) && differs === 0,
		`${who.id} is too like ${review.host}`,
	);
	const excepted = input.competing.except.some(
		(pair) => pair.includes(review.host) && pair.includes(who.school ?? ''),
	);
	const rival = !excepted && metres !== undefined && metres < input.competing.within && sameAge(host!, own!);
	if (rival) points -= soft('not competing for pupils', 'competes with the host', 25);
	say(strength('not competing for pupils') === 'must' && rival, `${who.id} competes with ${review.host}`);
	const back = input.lastCycle.some(({ host: before, by }) => before === who.school && by === review.host);
	if (back) points -= soft('no immediate return visit', 'return visit', 15);
	say(strength('no immediate return visit') === 'must' && back, `${who.id} returns to ${review.host}`);
	const again = review.lastTeam.includes(who.id);
	if (again) points += soft('same team again', 'same team again', 6);
	say(
		strength('same team again') === 'must' && review.lastTeam.length > 0 && !again,
		`${who.id} is new to ${review.host}`,
	);
	return points;
}

function apartBy(a: HostedSchool, b: HostedSchool): number | undefined {
	if (!a.place || !b.place) return undefined;
	return Math.trunc(
		((a.place.easting - b.place.easting) ** 2 + (a.place.northing - b.place.northing) ** 2) ** 0.5,
	);
}

function sameAge(a: HostedSchool, b: HostedSchool): boolean {
	if (a.lowAge === null || a.highAge === null || b.lowAge === null || b.highAge === null) {
		return a.phase === b.phase && a.phase !== '';
	}
	return [...Array(30).keys()].some(
		(age) => age >= a.lowAge! && age < a.highAge! && age >= b.lowAge! && age < b.highAge!,
	);
}
