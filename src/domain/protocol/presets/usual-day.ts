import type { ProtocolDraft } from '../protocol.ts';

type Block = ProtocolDraft['day']['blocks'][number];

export const pause: Block = { title: 'Break', minutes: 15, for: 'team' };
export const lunch: Block = { title: 'Lunch', minutes: 45, for: 'team' };
