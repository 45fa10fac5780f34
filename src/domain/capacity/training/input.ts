import { z } from 'zod';
import { trainedRoles } from '#domain/protocol/parts/team.ts';
import { day, id, line, oneOf, optionalLine, ticks } from '#platform/text.ts';

export const recordTrainingInput = z
	.object({
		id,
		partnershipId: id,
		personIds: ticks.pipe(
			z.array(id).min(1, 'Choose who was trained.').max(200, 'At most 200 people at once.'),
		),
		role: oneOf(trainedRoles, 'Choose what they were trained for.'),
		day: day('Say on which day.'),
		what: line('Say in a line what it was.', 200),
		givenBy: z.union([z.literal(''), id]).default(''),
		giver: optionalLine(120),
	})
	.refine(({ givenBy, giver }) => givenBy === '' || giver === '', {
		path: ['giver'],
		error: 'Choose a person here, or write who it was: one of the two.',
	});

export const withdrawTrainingInput = z.object({ partnershipId: id, trainingId: id, personId: id });

export type Recording = Omit<z.output<typeof recordTrainingInput>, 'partnershipId' | 'personIds'>;
