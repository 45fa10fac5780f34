import type { Protocol } from '../protocol.ts';
import { protocolSchema } from '../schema.ts';
import { family } from './family.ts';
import { network } from './network.ts';

/** A protocol to begin from, named by the shape of the partnerships it suits. */
export type Preset = { key: string; title: string; about: string; protocol: Protocol };

/** Offered where a partnership chooses its first protocol. Everything in them is data that a partnership may change. */
export const presets: readonly Preset[] = [
	{
		key: 'family',
		title: 'Family with independent chair and full protocol',
		about:
			'Some eight schools of different phases. An independent chair facilitates every review, the report stays with team and host, and a workshop follows within two weeks.',
		protocol: protocolSchema.parse(family),
	},
	{
		key: 'network',
		title: 'Network of schools with clusters',
		about:
			'Twenty or more schools, each reviewed every year by headteachers with an external facilitator. Outcomes are pooled for the whole network.',
		protocol: protocolSchema.parse(network),
	},
];
