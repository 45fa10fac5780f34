import { milestones, ownDays } from './parts/stages.ts';
import type { Stage } from './parts/stages.ts';
import type { Protocol } from './protocol.ts';

export type Contradiction = { path: PropertyKey[]; message: string };

/** Where a protocol of the right form says what cannot be: parts that point at nothing, stages that wait for each other. */
export function contradictions(protocol: Protocol): Contradiction[] {
	return [
		...formsMissing(protocol),
		...headingsOfNoKind(protocol),
		...stagesAdrift(protocol),
		...nobodyToDo(protocol),
	];
}

function formsMissing({ forms, stages, followUp, quality }: Protocol): Contradiction[] {
	const asked: [PropertyKey[], string | undefined][] = [
		...stages.map((stage, index): [PropertyKey[], string | undefined] => [
			['stages', index, 'form'],
			stage.form,
		]),
		[['followUp', 'lookBack', 'form'], followUp.lookBack.form],
		[['quality', 'internal', 'form'], quality.internal.form],
	];
	return asked
		.filter(([, form]) => form !== undefined && !forms[form])
		.map(([path, form]) => ({ path, message: `There is no form ${form}.` }));
}

function headingsOfNoKind({ report, evidence }: Protocol): Contradiction[] {
	const known = new Set(evidence.kinds.map(({ key }) => key));
	return report.headings.flatMap(({ kinds }, index) =>
		kinds
			.filter((kind) => !known.has(kind))
			.map((kind) => ({
				path: ['report', 'headings', index, 'kinds'],
				message: `There is no kind of evidence ${kind}.`,
			})),
	);
}

function stagesAdrift({ stages }: Protocol): Contradiction[] {
	const found: Contradiction[] = [];
	stages.forEach((stage, index) => {
		const refuse = (part: string, message: string) => found.push({ path: ['stages', index, part], message });
		const twin = stages.findIndex(({ done }) => done === stage.done && done !== 'ticked');
		if (twin >= 0 && twin < index) refuse('done', `‘${stages[twin]!.title}’ already stands for this.`);
		if (isDayOfItsOwn(stage.when.anchor)) return;
		const before = anchorStage(stages, stage);
		if (!before) refuse('when', 'No stage leads to what this one is counted from.');
		else if (waitsForItself(stages, stage)) refuse('when', 'This stage waits, in the end, for itself.');
	});
	return found;
}

const isDayOfItsOwn = (anchor: string): boolean => (ownDays as readonly string[]).includes(anchor);

/** The stage from which another's day is counted; none where it is counted from a day of the review itself. */
export function anchorStage(stages: readonly Stage[], { when: { anchor } }: Stage): Stage | undefined {
	if ((milestones as readonly string[]).includes(anchor)) return stages.find(({ done }) => done === anchor);
	return stages.find(({ key }) => anchor === `stage:${key}`);
}

function waitsForItself(stages: readonly Stage[], start: Stage): boolean {
	let stage: Stage | undefined = start;
	for (let steps = 0; stage; steps += 1) {
		if (steps > stages.length) return true;
		stage = anchorStage(stages, stage);
	}
	return false;
}

function nobodyToDo({ team, stages, report, workshop }: Protocol): Contradiction[] {
	const absent = (['facilitator', 'champion', 'expert'] as const).filter((role) => team[role] === 'never');
	const asked: [PropertyKey[], readonly string[]][] = [
		...stages.map((stage, index): [PropertyKey[], readonly string[]] => [
			['stages', index, 'who'],
			stage.who,
		]),
		[['report', 'signedBy'], report.signedBy],
		...(workshop.need === 'never'
			? []
			: [[['workshop', 'runBy'], [workshop.runBy]] as [PropertyKey[], readonly string[]]]),
	];
	return asked
		.filter(([, who]) => who.length > 0 && who.every((role) => (absent as readonly string[]).includes(role)))
		.map(([path]) => ({ path, message: 'By this protocol nobody holds that role.' }));
}
