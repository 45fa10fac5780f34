import { z } from 'zod';
import { audienceName, things, type Audience, type Thing } from '../parts/audience.ts';
import { line, passage } from '../parts/text.ts';
import type { Protocol } from '../protocol.ts';

/**
 * What the members of a partnership agree between them (HEP-3): why it exists, what each commits to and may expect, with
 * peer review written into it. `opensTo` are the widest circles to which anything from a review may ever be opened; no
 * protocol goes beyond them. `notice` says how a school leaves.
 */
export const memorandumSchema = z.object({
	format: z.literal(1),
	title: line,
	purpose: passage,
	commitments: z.array(line).min(1, 'Name at least one commitment.').max(20, 'Keep this to 20 lines.'),
	expectations: z.array(line).min(1, 'Name at least one expectation.').max(20, 'Keep this to 20 lines.'),
	peerReview: passage,
	opensTo: z.array(audienceName),
	notice: passage.optional(),
});
export type Memorandum = z.infer<typeof memorandumSchema>;

/** Those a review cannot do without: nobody is asked whether they may read of it. */
export const alwaysOpenTo = ['team', 'host'] as const satisfies readonly Audience[];

const always: readonly Audience[] = alwaysOpenTo;

/** The circles that lie whole within a wider one. */
const widerCircles: Partial<Record<Audience, readonly Audience[]>> = {
	group: ['heads', 'partnership'],
	heads: ['partnership'],
};

export interface BeyondAgreed {
	thing: Thing;
	audience: Audience;
}

/** As much of a protocol as says to whom it opens anything. */
type Opening = Pick<Protocol, 'audience' | 'stages'>;

/** What a protocol opens, by itself or at the host's wish, beyond the circles the memorandum names; empty where it keeps to them. */
export function widerThanAgreed(protocol: Opening, memorandum: Pick<Memorandum, 'opensTo'>): BeyondAgreed[] {
	const agreed = new Set<Audience>([...always, ...memorandum.opensTo]);
	const within = (audience: Audience) =>
		agreed.has(audience) || (widerCircles[audience] ?? []).some((wider) => agreed.has(wider));
	return things.flatMap((thing) =>
		reachOf(protocol, thing)
			.filter((audience) => !within(audience))
			.map((audience) => ({ thing, audience })),
	);
}

/** Heads who join a stage know of the review by that, whatever is said of who reads the cycle. */
const reachOf = ({ audience, stages }: Opening, thing: Thing): Audience[] => {
	const { floor, ceiling } = audience.things[thing];
	const joining: Audience[] = thing === 'cycle' && stages.some(({ withHeads }) => withHeads) ? ['heads'] : [];
	return [...new Set([...floor, ...ceiling, ...joining])];
};

/** A text to begin from. It opens as far as the protocol in force does, so that the two agree from the start. */
export function startingMemorandum(partnershipName: string, protocol: Protocol | null): Memorandum {
	const reached = protocol ? things.flatMap((thing) => reachOf(protocol, thing)) : ['heads' as const];
	return {
		format: 1,
		title: `Memorandum of understanding of ${partnershipName}`.slice(0, 300),
		purpose:
			'We work together so that every child in our schools learns more than any one school could manage alone. Each school keeps its own governance and its own character.',
		commitments: [
			'The headteacher takes part in the meetings of the partnership, or sends a deputy who can decide.',
			'Each school gives as many days to reviewing others as it receives.',
			'Each school pays its share of common costs by the day agreed.',
			'What we learn from one another is put to use, and we tell each other what came of it.',
		],
		expectations: [
			'Every school is a learner and a helper, whatever its last inspection said.',
			'We speak openly with each other, and kindly of each other.',
			'A school that meets difficulty says so early, and is helped first.',
		],
		peerReview:
			'Every member is reviewed by its peers as the protocol of this partnership sets out, and its staff review others in turn. A review serves the school that hosts it: it gives no grade, and what it finds belongs to the host.',
		opensTo: [...new Set(reached)].filter((audience) => !always.includes(audience)),
		notice:
			'A school that wishes to leave tells the chair a term ahead, and finishes the reviews it has begun.',
	};
}
