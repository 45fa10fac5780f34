type Document = Record<string, unknown>;

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

const steps: Readonly<Record<number, (document: Document) => Document>> = { 1: fromFirst };

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
