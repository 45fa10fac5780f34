import { contradictions } from './contradictions.ts';
import { protocolShape } from './protocol.ts';

/**
 * The one source of a protocol's form. A document of another form, or one that contradicts itself (see contradictions.ts),
 * is refused at the part that is wrong, in words. `format` grows when the form does; older documents are then brought up.
 */
export const protocolSchema = protocolShape.superRefine((protocol, check) => {
	for (const { path, message } of contradictions(protocol)) check.addIssue({ code: 'custom', path, message });
});

export type { Protocol } from './protocol.ts';
