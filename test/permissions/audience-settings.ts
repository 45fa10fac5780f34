import fc from 'fast-check';
import { audiences, things, type Audience, type Thing } from '#domain/protocol/parts/audience.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import { protocolSchema, type Protocol } from '#domain/protocol/schema.ts';
import { releasable, type Releasable } from '#domain/review/input.ts';

/** One state in which a review's sharing may be: its protocol, and what its host has done since. */
export interface Setting {
	name: string;
	protocol: Protocol;
	/** What the host's head asks to open, beyond the ceiling included. */
	asked: { thing: Releasable; audience: Exclude<Audience, 'link'> }[];
	takesBack: boolean;
	closes: boolean;
}

const circles = audiences.filter((one) => one !== 'link');
const still = { takesBack: false, closes: false };
const everywhere = (given: readonly Exclude<Audience, 'link'>[]): Setting['asked'] =>
	releasable.flatMap((thing) => given.map((audience) => ({ thing, audience })));

/** Every preset as it comes, with each circle asked for, with all of them, taken back again, and closed. */
const ofPresets: Setting[] = presets.flatMap(({ key, protocol }) => [
	{ name: `${key}: as it comes`, protocol, asked: [], ...still },
	...circles.map((one) => ({
		name: `${key}: all opened to ${one}`,
		protocol,
		asked: everywhere([one]),
		...still,
	})),
	{ name: `${key}: all opened to all`, protocol, asked: everywhere(circles), ...still },
	{ name: `${key}: all taken back`, protocol, asked: everywhere(circles), takesBack: true, closes: false },
	{ name: `${key}: closed`, protocol, asked: everywhere(circles), takesBack: false, closes: true },
]);

const bounds = fc
	.uniqueArray(fc.constantFrom(...audiences), { minLength: 1 })
	.chain((ceiling) =>
		fc.subarray(ceiling, { minLength: 1 }).map((floor) => ({ floor, ceiling, countedBy: [] as Audience[] })),
	);

const generated = fc
	.record({
		protocol: fc.constantFrom(...presets.map((preset) => preset.protocol)),
		things: fc.record(
			Object.fromEntries(things.map((thing) => [thing, bounds])) as Record<Thing, typeof bounds>,
		),
		asked: fc.uniqueArray(fc.constantFrom(...everywhere(circles)), {
			selector: ({ thing, audience }) => `${thing} ${audience}`,
		}),
		takesBack: fc.boolean(),
	})
	.map(({ protocol, things: drawn, ...rest }) => ({
		...rest,
		closes: false,
		protocol: { ...protocol, audience: { ...protocol.audience, things: drawn } },
	}))
	.filter(({ protocol }) => protocolSchema.safeParse(protocol).success);

const seed = 20_261_119;

/** The presets in every state, and protocols drawn at random, the same in every run. */
export const settings: Setting[] = [
	...ofPresets,
	...fc
		.sample(generated, { numRuns: 30, seed })
		.map((drawn, index) => ({ name: `drawn ${index + 1} (seed ${seed})`, ...drawn })),
];
