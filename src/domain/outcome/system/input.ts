import { z } from 'zod';
import { isSchoolYear } from '#domain/calendar/school-year.ts';
import { id, line, optionalLine, version } from '#platform/text.ts';

const schoolYear = z.string().refine(isSchoolYear, 'Choose the school year.');

const said = {
	name: line('Name the system.', 120),
	usedFor: optionalLine(200),
	sinceYear: schoolYear,
	untilYear: z.literal('').or(schoolYear).default(''),
};
const inOrder = <T extends z.ZodType<{ sinceYear: string; untilYear: string }>>(form: T) =>
	form.refine(({ sinceYear, untilYear }) => untilYear === '' || untilYear >= sinceYear, {
		path: ['untilYear'],
		error: 'That is before it began.',
	});

export const saySystemInput = inOrder(z.object({ id, partnershipId: id, memberId: id, ...said }));
export const changeSystemInput = inOrder(z.object({ partnershipId: id, systemId: id, version, ...said }));
export const takeBackSystemInput = z.object({ partnershipId: id, systemId: id });

export type SaidOfSystem = Pick<z.output<typeof saySystemInput>, keyof typeof said>;
