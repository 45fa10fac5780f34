import { milestones, ownDays } from './parts/stages.ts';
import type { Stage } from './parts/stages.ts';
import { kindLabel } from './model.ts';
import { isNoted } from './noted.ts';
import { needOf, ofKind } from './of-kind.ts';
import type { Protocol } from './protocol.ts';

export type Contradiction = { path: PropertyKey[]; message: string };

/** Where a protocol of the right form says what cannot be: parts that point at nothing, stages that wait for each other. */
export function contradictions(protocol: Protocol): Contradiction[] {
	return [
		...formsMissing(protocol),
		...begunElsewhere(protocol),
		...saidElsewhere(protocol),
		...joinedElsewhere(protocol),
		...kindsMissing(protocol),
		...suggestedAllTheSame(protocol),
		...bothGoodAndNot(protocol),
		...stagesAdrift(protocol.stages),
		...untimely(protocol),
		...reportCutShort(protocol),
		...nobodyToDo(protocol),
		...kindsThatCannotBe(protocol),
	];
}

/** What stands alone may fail for one kind of review: it leaves out what others wait for, or who does them. */
function kindsThatCannotBe(protocol: Protocol): Contradiction[] {
	const known = new Set(protocol.stages.map(({ key }) => key));
	return protocol.kinds.flatMap(({ key, without }, index) => {
		const refuse = (part: string, message: string) => ({ path: ['kinds', index, part], message });
		const strange = without.filter((stage) => !known.has(stage));
		if (strange.length > 0) return strange.map((stage) => refuse('without', `There is no stage ${stage}.`));
		const alone = ofKind(protocol, key);
		if (alone.stages.length === 0) return [refuse('without', 'A kind of review has at least one stage.')];
		if (stagesAdrift(alone.stages).length > 0 && stagesAdrift(protocol.stages).length === 0)
			return [refuse('without', 'A stage that stays is counted from one of these.')];
		if (reportCutShort(alone).length > 0 && reportCutShort(protocol).length === 0)
			return [refuse('without', 'A report is signed and published, or there is none.')];
		if (nobodyToDo(alone).length > 0 && nobodyToDo(protocol).length === 0)
			return [refuse('team', 'A stage of this kind is left to a role that nobody holds in it.')];
		return [];
	});
}

/** A report is signed before it is published, and answered only where the school has somewhere to answer. */
function reportCutShort({ stages, report }: Protocol): Contradiction[] {
	const at = (milestone: string) => stages.findIndex(({ done }) => done === milestone);
	const refuse = (index: number, message: string) => [{ path: ['stages', index, 'done'], message }];
	const [agreed, published, answered] = [at('report agreed'), at('report published'), at('response given')];
	return [
		...(agreed < 0 && published >= 0
			? refuse(published, 'A report is signed before it is published: add a stage for that.')
			: []),
		...(agreed >= 0 && published < 0
			? refuse(agreed, 'A report that is signed is published: add a stage for that.')
			: []),
		...(answered >= 0 && published < 0 ? refuse(answered, 'There is no report to respond to.') : []),
		...(answered >= 0 && !report.remarks.some(({ by }) => by === 'host')
			? refuse(
					answered,
					'The report has no place for the school’s response: add one under ‘What is added afterwards’.',
				)
			: []),
	];
}

const before: readonly string[] = [
	'team accepted',
	'confidentiality agreed',
	'pre-review meeting held',
	'plan agreed',
];
const after: readonly string[] = milestones.slice(
	milestones.indexOf('report agreed'),
	milestones.indexOf('ticked'),
);

/** A stage due before what it is counted from, or on the wrong side of the review. */
function untimely({ stages }: Protocol): Contradiction[] {
	return stages.flatMap(({ when: { anchor, offset }, done }, index) => {
		const refuse = (message: string) => [{ path: ['stages', index, 'when', 'offset', 'amount'], message }];
		const ofTheReview = anchor === 'first day' || anchor === 'last day';
		if (offset.amount < 0 && !ofTheReview && anchor !== 'next heads’ meeting')
			return refuse('A stage cannot be due before what it is counted from.');
		if (offset.amount < 0 && after.includes(done))
			return refuse('This comes after the review, not before it.');
		if (offset.amount > 0 && ofTheReview && before.includes(done))
			return refuse('This comes before the review, not after it.');
		return [];
	});
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
		.filter(([, form]) => form !== undefined && !Object.hasOwn(forms, form))
		.map(([path, form]) => ({ path, message: `There is no form ${form}.` }));
}

/** Only a look-back knows what was done since. */
const begunElsewhere = ({ forms, followUp }: Protocol): Contradiction[] =>
	Object.entries(forms)
		.filter(([form]) => form !== followUp.lookBack.form)
		.flatMap(([form, { questions }]) =>
			questions.flatMap((question, index) =>
				question.kind === 'text' && question.begins !== 'nothing'
					? [
							{
								path: ['forms', form, 'questions', index, 'begins'],
								message: 'Only the answers of the look-back can begin with something.',
							},
						]
					: [],
			),
		);

/** Only notes of a stage are listed beside the protocol. */
const saidElsewhere = (protocol: Protocol): Contradiction[] =>
	Object.entries(protocol.forms)
		.filter(([form]) => !protocol.stages.some((stage) => stage.form === form && isNoted(protocol, stage)))
		.flatMap(([form, { questions }]) =>
			questions.flatMap((question, index) =>
				question.kind === 'text' && question.forProtocol
					? [
							{
								path: ['forms', form, 'questions', index, 'forProtocol'],
								message: 'Only answers that are noted at a stage can be listed beside the protocol.',
							},
						]
					: [],
			),
		);

/** All heads join what people say is done, and write its notes if there are any that are not each side's own. */
const joinedElsewhere = (protocol: Protocol): Contradiction[] =>
	protocol.stages.flatMap((stage, index) => {
		const refuse = (message: string) => [{ path: ['stages', index, 'withHeads'], message }];
		if (!stage.withHeads) return [];
		if (stage.done !== 'ticked')
			return refuse('All heads can join only where somebody says that it is done.');
		return stage.form === undefined || isNoted(protocol, stage)
			? []
			: refuse('Host and team answer this form each for themselves. Choose another for what all heads join.');
	});

function kindsMissing({ report, evidence, day }: Protocol): Contradiction[] {
	const missing = (
		path: PropertyKey[],
		asked: readonly string[],
		known: readonly { key: string }[],
		what: string,
	) =>
		asked
			.filter((kind) => !known.some(({ key }) => key === kind))
			.map((kind) => ({ path, message: `There is no kind of ${what} ${kind}.` }));
	return [
		...report.headings.flatMap(({ kinds }, index) =>
			missing(['report', 'headings', index, 'kinds'], kinds, evidence.kinds, 'evidence'),
		),
		...missing(['report', 'celebrations', 'kinds'], report.celebrations.kinds, evidence.kinds, 'evidence'),
		...missing(['report', 'developments', 'kinds'], report.developments.kinds, evidence.kinds, 'evidence'),
		...missing(['evidence', 'suggestionKinds'], evidence.suggestionKinds, evidence.kinds, 'evidence'),
		...missing(['day', 'breaks'], day.breaks, day.activityKinds, 'activity'),
	];
}

/** Kinds for suggestions where reviewers make none (CSC-15). */
const suggestedAllTheSame = ({ evidence: { suggestions, suggestionKinds } }: Protocol): Contradiction[] =>
	suggestions === 'questions only' && suggestionKinds.length > 0
		? [
				{
					path: ['evidence', 'suggestionKinds'],
					message: 'By the answer above reviewers make no suggestions: leave this empty, or change it.',
				},
			]
		: [];

/** A kind of finding that celebrates and says what could be better would be counted on both sides of the balance. */
const bothGoodAndNot = ({ report: { celebrations, developments }, ...protocol }: Protocol): Contradiction[] =>
	celebrations.kinds
		.filter((kind) => developments.kinds.includes(kind))
		.map((kind) => ({
			path: ['report', 'celebrations', 'kinds'],
			message: `‘${kindLabel(protocol, kind)}’ says what could be better.`,
		}));

function stagesAdrift(stages: readonly Stage[]): Contradiction[] {
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

function nobodyToDo(protocol: Protocol): Contradiction[] {
	const { team, stages, report, workshop } = protocol;
	const absent = (['facilitator', 'champion', 'expert'] as const).filter((role) => team[role] === 'never');
	const asked: [PropertyKey[], readonly string[]][] = [
		...stages.map((stage, index): [PropertyKey[], readonly string[]] => [
			['stages', index, 'who'],
			stage.who,
		]),
		...(needOf(protocol, 'report agreed') === 'never'
			? []
			: [[['report', 'signedBy'], report.signedBy] as [PropertyKey[], readonly string[]]]),
		...(needOf(protocol, 'workshop held') === 'never'
			? []
			: [[['workshop', 'runBy'], [workshop.runBy]] as [PropertyKey[], readonly string[]]]),
	];
	return asked
		.filter(([, who]) => who.length > 0 && who.every((role) => (absent as readonly string[]).includes(role)))
		.map(([path]) => ({ path, message: 'By this protocol nobody holds that role.' }));
}
