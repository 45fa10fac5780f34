import { z } from 'zod';
import { id, line, optionalLine, optionalProse, prose, ticks, version } from '#platform/text.ts';
import { audiences } from '../parts/audience.ts';

/** Several short sentences, one to a line, as people type a list; dashes and bullets before them are let go. */
const lines = (ask: string) =>
	optionalProse(8_000)
		.transform((text) =>
			text
				.split('\n')
				.map((one) => one.replace(/^\s*[-–•*]\s*/, '').trim())
				.filter((one) => one !== ''),
		)
		.pipe(
			z
				.array(z.string().max(300, 'Keep each line to 300 characters.'))
				.min(1, ask)
				.max(20, 'Keep this to 20 lines.'),
		);

/** The next version of a memorandum; `version` is the number of the one it was written on, 0 for the first. */
export const publishMemorandumInput = z
	.object({
		id,
		partnershipId: id,
		version,
		title: line('Give the memorandum a title.', 300),
		purpose: prose('Say why you work together.', 4_000),
		commitments: lines('Name at least one thing that every school commits to.'),
		expectations: lines('Name at least one thing that every school may expect.'),
		peerReview: prose('Say how peer review is part of it.', 4_000),
		opensTo: ticks.pipe(z.array(z.enum(audiences, 'Choose among those listed.'))),
		notice: optionalProse(4_000),
		reason: optionalLine(300),
	})
	.refine(({ version: basis, reason }) => basis === 0 || reason !== '', {
		path: ['reason'],
		error: 'Say in a sentence why there is a new version.',
	});

/** A head agrees to one version, and to no other that came since, by typing their own name. */
export const agreeInput = z.object({
	partnershipId: id,
	memberId: id,
	versionId: id,
	typedName: line('Type your name.', 200),
});

export const remindInput = z.object({ partnershipId: id });
