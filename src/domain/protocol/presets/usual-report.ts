import type { ProtocolDraft } from '../protocol.ts';

type Heading = ProtocolDraft['report']['headings'][number];

export const strengths = (guidance: string): Heading => ({
	key: 'strengths',
	label: 'Strengths',
	guidance,
	kinds: ['strength'],
});

export const developments = (guidance: string, kinds = ['development']): Heading => ({
	key: 'development',
	label: 'Areas for development',
	guidance,
	kinds,
});

export const response: ProtocolDraft['report']['remarks'][number] = {
	key: 'response',
	label: 'Response from the school',
	by: 'host',
	need: 'may',
};

type Avoided = ProtocolDraft['report']['avoids'];

/** The words of inspections, old and new; 'good' and 'expected standard' are said of other things every day. */
const grades: Avoided[number] = {
	words: [
		'outstanding',
		'requires improvement',
		'inadequate',
		'special measures',
		'exceptional',
		'strong standard',
		'needs attention',
		'urgent improvement',
	],
	why: 'It sounds like an inspector’s grade, and peers give none. Say what you saw and what it did for pupils.',
};

const orders: Avoided[number] = {
	words: ['must', 'ought to'],
	why: 'The school decides what it does. Say what you saw, or what it could try.',
};

export const avoids: Avoided = [grades, orders];

/** Figures of fewer are kept back. */
export const numbersFrom = 10;
