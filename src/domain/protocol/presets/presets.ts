import type { Protocol, ProtocolDraft } from '../protocol.ts';
import { protocolSchema } from '../schema.ts';
import { blank } from './blank.ts';
import { consortium } from './consortium.ts';
import { family } from './family.ts';
import { network } from './network.ts';
import { small } from './small.ts';
import { trios } from './trios.ts';

/** A protocol to begin from, named by the shape of the partnerships it suits. */
export type Preset = { key: string; title: string; about: string; protocol: Protocol };

const preset = (key: string, title: string, about: string, draft: ProtocolDraft): Preset => ({
	key,
	title,
	about,
	protocol: protocolSchema.parse(draft),
});

/** Offered where a partnership chooses its first protocol. Everything in them is data that a partnership may change. */
export const presets: readonly Preset[] = [
	preset(
		'small',
		'Small partnership, a review each half-term',
		'Some six schools, each reviewed once a year. A champion from another school leads a coaching session for all staff, and a meeting judges how good each review was.',
		small,
	),
	preset(
		'trios',
		'Trios, the report finished on the day',
		'Neighbouring schools in groups of three. Heads write a joint report before they leave, few things to work on and strengths first; a staff meeting follows. Governors and senior teams can review too.',
		trios,
	),
	preset(
		'network',
		'Network of schools with clusters',
		'Twenty or more schools, each reviewed every year by headteachers with an external facilitator. Outcomes are pooled for the whole network.',
		network,
	),
	preset(
		'consortium',
		'Consortium of quads with a steering group',
		'Some fifteen schools in groups that fit the protocol to how they work, with the steering group’s approval. All heads read every review; the same reviewers come back in summer.',
		consortium,
	),
	preset(
		'family',
		'Family with independent chair and full protocol',
		'Some eight schools of different phases. An independent chair facilitates every review, the report stays with team and host, and a workshop follows within two weeks.',
		family,
	),
	preset(
		'blank',
		'Blank, to make your own',
		'The least a protocol can say: a review, and a report that team and host read. The rest is for you to settle.',
		blank,
	),
];
