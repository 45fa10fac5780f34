import { z } from 'zod';
import { contradictions } from './contradictions.ts';
import { protocolShape, type Protocol } from './protocol.ts';
import { upgraded } from './upgrade.ts';

/**
 * The one source of a protocol's form. A document of another form, or one that contradicts itself (see contradictions.ts),
 * is refused at the part that is wrong, in words.
 */
export const protocolSchema = protocolShape.superRefine((protocol, check) => {
	for (const { path, message } of contradictions(protocol)) check.addIssue({ code: 'custom', path, message });
});

/** A protocol as it was stored, whenever that was. */
export const readProtocol = (document: unknown): Protocol => protocolSchema.parse(upgraded(document));

/** The form as JSON Schema, for whoever writes protocols elsewhere; the editor is drawn from it too. */
export const protocolJsonSchema = z.toJSONSchema(protocolShape, { io: 'input' });

export type { Protocol } from './protocol.ts';
