import type { Part } from '../parts-in-order.ts';
import type { Protocol } from '../protocol.ts';
import { protocolInWords } from '../words.ts';
import { presets } from './presets.ts';

/** A preset's protocol, for tests to set their scene with. */
export const presetNamed = (key: string): Protocol => presets.find((preset) => preset.key === key)!.protocol;

export const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key);

/** What one part of a protocol says in plain English. */
export const said = (protocol: Protocol, part: Part): string[] =>
	protocolInWords(protocol).find(({ key }) => key === part)!.sentences;
