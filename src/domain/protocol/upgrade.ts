import { isObject } from './editor/node.ts';

type Document = Record<string, unknown>;

/** The form in which protocols are written today. */
export const currentFormat = 5;

/**
 * Brings a stored protocol up to the form of today, one step for each `format` there has been. What is no protocol at all
 * is given back as it is, for the schema to refuse.
 */
export function upgraded(document: unknown): unknown {
	if (typeof document !== 'object' || document === null) return document;
	let current = document as Document;
	for (let step = steps[Number(current['format'])]; step; step = steps[Number(current['format'])])
		current = step(current);
	return current;
}

const steps: Readonly<Record<number, (document: Document) => Document>> = {
	1: fromFirst,
	2: fromSecond,
	3: fromThird,
	4: fromFourth,
};

/**
 * Format 1 said twice whether there is a report and a workshop: by a stage and by a `need` of its own. It knew neither what
 * a kind of review does without, nor whose posts reviewers hold, nor what groups may change.
 */
function fromFirst(document: Document): Document {
	const { need: reportNeed, developmentsAtMost: limit, ...report } = document['report'] as Document;
	const { need: workshopNeed, ...workshop } = document['workshop'] as Document;
	const gone = [
		...(reportNeed === 'never' ? ['report agreed', 'report published', 'response given'] : []),
		...(workshopNeed === 'never' ? ['workshop held'] : []),
	];
	const stages = (document['stages'] as Document[]).filter(({ done }) => !gone.includes(String(done)));
	return {
		...document,
		format: 2,
		report: limit === null ? report : { ...report, developmentsAtMost: limit },
		workshop,
		stages,
		kinds: (document['kinds'] as Document[]).map((kind) => ({ begins: 'afresh', without: [], ...kind })),
		team: {
			reviewers: ['headteachers', 'senior leaders'],
			from: 'this partnership',
			...(document['team'] as Document),
		},
		adaptation: { parts: [], approvedBy: 'whoever leads the partnership' },
	};
}

/**
 * Format 2 knew what could be better, and what is a break, by the keys that these kinds had where nobody had chosen their own. A
 * limit on a kind that was not there held nobody. Total: drafts, which may be unfinished, are brought up as well.
 */
function fromSecond(document: Document): Document {
	const { report, evidence, day } = document;
	return {
		...document,
		format: 3,
		...(isObject(report) && { report: withDevelopments(report, evidence) }),
		...(isObject(day) && { day: { ...day, breaks: keysIn(day['activityKinds'], 'break') } }),
	};
}

/** Format 3 left it to the product how long what was sent stays on a device: a week. */
function fromThird(document: Document): Document {
	const { evidence } = document;
	return {
		...document,
		format: 4,
		...(isObject(evidence) && { evidence: { ...evidence, daysOnDevice: 7 } }),
	};
}

/**
 * Format 4 took for suggestions what was kept under a key of its own where nobody had chosen another, and for strengths what the first
 * heading without what could be better is filled from. Of their place, of words, of length and of small numbers it knew nothing:
 * a number is now given of ten people or more, which warns and refuses nothing.
 */
function fromFourth(document: Document): Document {
	const { evidence, report } = document;
	return {
		...document,
		format: 5,
		...(isObject(evidence) && {
			evidence: {
				...evidence,
				suggestionKinds:
					evidence['suggestions'] === 'questions only' ? [] : keysIn(evidence['kinds'], 'suggestion'),
			},
		}),
		...(isObject(report) && {
			report: {
				...report,
				celebrations: { kinds: celebratedIn(report), place: 'anywhere', balance: 'free' },
				avoids: [],
				numbersFrom: 10,
			},
		}),
	};
}

/** The kinds of the first heading filled from findings, none of which says what could be better. */
function celebratedIn({ headings, developments }: Document): string[] {
	const better = isObject(developments) ? listIn(developments['kinds']) : [];
	return (
		listIn(headings)
			.map((heading) => (isObject(heading) ? textsIn(heading['kinds']) : []))
			.find((kinds) => kinds.length > 0 && !kinds.some((kind) => better.includes(kind))) ?? []
	);
}

const listIn = (held: unknown): unknown[] => (Array.isArray(held) ? held : []);
const textsIn = (held: unknown): string[] => listIn(held).filter((one) => typeof one === 'string');

function withDevelopments({ developmentsAtMost: atMost, ...report }: Document, evidence: unknown): Document {
	const kinds = keysIn(isObject(evidence) ? evidence['kinds'] : [], 'development');
	return {
		...report,
		developments: kinds.length > 0 && atMost !== undefined ? { kinds, atMost } : { kinds },
	};
}

/** The key, where the list has an entry of it. */
const keysIn = (list: unknown, key: string): string[] =>
	Array.isArray(list) && list.some((entry) => isObject(entry) && entry['key'] === key) ? [key] : [];
