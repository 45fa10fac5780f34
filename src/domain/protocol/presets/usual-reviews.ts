import type { ProtocolDraft } from '../protocol.ts';

type Kind = ProtocolDraft['kinds'][number];

/** Who one kind of review needs; the rules on teams that hold for all of them stand beside it. */
export type TeamNeeds = NonNullable<Kind['team']>;

/** The review that nearly every partnership means when it says so. */
export const themed: Kind = {
	key: 'themed',
	label: 'Themed review',
	days: 1,
	about: 'One theme of the host’s choosing, looked at in a day.',
	begins: 'afresh',
	without: [],
};
