import type { Audience } from '#domain/protocol/parts/audience.ts';
import type { Releasable } from './input.ts';

/** To whom a thing is open by the host's own decision today. */
export const releasedTo = (
	releases: readonly { thing: Releasable; audience: Audience; takenBackAt: Date | null }[],
	thing: Releasable,
): Audience[] =>
	releases
		.filter((release) => release.thing === thing && release.takenBackAt === null)
		.map(({ audience }) => audience);
