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
