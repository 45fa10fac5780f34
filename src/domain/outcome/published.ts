/** What DfE has published of one school's key stage 2 in one year. Null: not published. */
export interface PublishedResult {
	urn: number;
	year: string;
	/** Pupils at the end of the key stage, where stated. */
	pupils: number | null;
	/** The school took part and its figures are held back: too few pupils to show. */
	suppressed: boolean;
	/** Percent reaching, and exceeding, the expected standard in reading, writing and maths combined. */
	rwmExpected: number | null;
	rwmHigher: number | null;
	/** Average scaled score (80–120). */
	readingScore: number | null;
	mathsScore: number | null;
	/** Progress since key stage 1, 0 being the national average. */
	readingProgress: number | null;
	writingProgress: number | null;
	mathsProgress: number | null;
}

export const publishedColumns = [
	'urn',
	'year',
	'pupils',
	'suppressed',
	'rwmExpected',
	'rwmHigher',
	'readingScore',
	'mathsScore',
	'readingProgress',
	'writingProgress',
	'mathsProgress',
] as const satisfies readonly (keyof PublishedResult)[];
