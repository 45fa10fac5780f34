import { kindLabel } from '#domain/protocol/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { marked, sharedWords, type Stretch } from './alike.ts';
import type { FindingNow, FindingPrinted, FindingRows, OtherFinding, TracedPiece } from './queries.server.ts';

/** A piece of evidence as it is shown under a sentence: with what they have in common marked. */
export interface ShownPiece extends Omit<TracedPiece, 'seen' | 'soWhat' | 'source'> {
	seen: Stretch[];
	soWhat: Stretch[];
	sourceLabel: string;
}

/** What a finding says in one of its two sentences, and the pieces whose words stand in it, the closest first. */
export interface TracedSentence {
	words: Stretch[];
	pieces: ShownPiece[];
}

export interface TracedFinding {
	id: string;
	/** Null for whoever reads the report and not its findings. */
	kindLabel: string | null;
	letter: string | null;
	seen: TracedSentence;
	effect: TracedSentence;
	/** What it rests on besides, as far as the reader may read it. */
	others: ShownPiece[];
	/** How many pieces it rests on and from which sources: the same for whoever reads the finding. */
	evidence: number;
	sources: string[];
	/** How many of them, not withdrawn, the reader reads. */
	read: number;
	/** The published edition whose words these are; null while they are in none. */
	edition: number | null;
	/** What has become of it since. */
	since: Since;
}

export type Since =
	| { is: 'same' }
	| { is: 'reworded'; seen: string; effect: string }
	| { is: 'withdrawn'; into: OtherFinding | null };

/**
 * A finding with what each of its sentences rests on. Its words are those of the newest published edition that has it, also where
 * it was put differently or taken out since; before that, what it says now. Null where the reader reads neither.
 */
export function traceFinding(
	protocol: Protocol,
	id: string,
	{ now, printed, pieces }: FindingRows,
): TracedFinding | null {
	const said = printed?.finding ?? now;
	if (!said) return null;
	const label = (key: string) => protocol.evidence.sources.find((source) => source.key === key)?.label ?? key;
	const standing = pieces.filter(({ withdrawn }) => !withdrawn);
	const show = (piece: TracedPiece, sentence: string): ShownPiece => ({
		...piece,
		seen: marked(piece.seen, [sentence]),
		soWhat: marked(piece.soWhat, [sentence]),
		sourceLabel: label(piece.source),
	});
	const sentence = (words: string): TracedSentence => {
		const close = standing
			.map((piece) => ({ piece, shared: sharedWords(piece.seen, words) + sharedWords(piece.soWhat, words) }))
			.filter(({ shared }) => shared > 0)
			.toSorted((one, other) => other.shared - one.shared)
			.map(({ piece }) => piece);
		return {
			words: marked(
				words,
				close.flatMap(({ seen, soWhat }) => [seen, soWhat]),
			),
			pieces: close.map((piece) => show(piece, words)),
		};
	};
	const [seen, effect] = [sentence(said.seen), sentence(said.effect)];
	const close = new Set([...seen.pieces, ...effect.pieces].map((piece) => piece.id));
	return {
		id,
		kindLabel: now && kindLabel(protocol, now.kind),
		letter: said.letter,
		seen,
		effect,
		others: pieces.filter((piece) => !close.has(piece.id)).map((piece) => show(piece, '')),
		evidence: printed?.finding.evidence ?? now?.restsOn.standing ?? 0,
		sources: printed?.finding.sources ?? now?.restsOn.sources.map(label) ?? [],
		read: standing.length,
		edition: printed?.edition ?? null,
		since: sinceThen(now, printed),
	};
}

function sinceThen(now: FindingNow | null, printed: FindingPrinted | null): Since {
	if (now?.withdrawn) return { is: 'withdrawn', into: now.withdrawn.into };
	if (!now || !printed) return { is: 'same' };
	const { seen, effect } = now;
	const same = seen === printed.finding.seen && effect === printed.finding.effect;
	return same ? { is: 'same' } : { is: 'reworded', seen, effect };
}
