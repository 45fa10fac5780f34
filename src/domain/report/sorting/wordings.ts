/** How a finding read until somebody changed it. */
export interface Revision {
	kind: string;
	seen: string;
	effect: string;
	changedBy: string;
	changedAt: Date;
}

type Words = Pick<Revision, 'kind' | 'seen' | 'effect'>;

/** The wordings a finding had before the one it has, the last first; what changed no word of it is left out (NFS-27). */
export function earlierWordings(revisions: readonly Revision[], now: Words): Revision[] {
	const follows = (index: number): Words => revisions[index + 1] ?? now;
	return revisions
		.filter((one, index) => {
			const next = follows(index);
			return one.kind !== next.kind || one.seen !== next.seen || one.effect !== next.effect;
		})
		.toReversed();
}
