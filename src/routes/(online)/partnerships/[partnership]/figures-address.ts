import type { MeasureKey, Together } from '#domain/outcome/measures.ts';

/** Where a school's figures of a measure are, of all pupils or with those of some groups beside them. */
export const figuresAddress = (
	partnershipId: string,
	memberId: string,
	{ measure, together = 'all' }: { measure: MeasureKey; together?: Together },
): string =>
	`/partnerships/${partnershipId}/schools/${memberId}/outcomes?${new URLSearchParams({ measure, groups: together })}`;
