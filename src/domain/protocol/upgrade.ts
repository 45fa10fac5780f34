import { isObject } from './editor/node.ts';

type Document = Record<string, unknown>;

/** The form in which protocols are written today. */
export const currentFormat = 4;

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
