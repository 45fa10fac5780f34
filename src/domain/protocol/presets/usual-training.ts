import type { ProtocolDraft } from '../protocol.ts';

type Training = NonNullable<ProtocolDraft['team']['training']>;

/** Whoever reviews has been trained to (HEP-2), and champions for what they lead (CEN-6, KSA-12). */
export const usualTraining: Training = [{ role: 'reviewer' }, { role: 'champion' }];

/** The same, where a refresher keeps what was learnt alive. */
export const withRefreshers = (months: number): Training =>
	usualTraining.map((one) => ({ ...one, refresherAfter: months }));
