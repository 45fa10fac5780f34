/** The field of a write-up that says how many came from a school. */
export const cameField = (memberId: string): string => `came-${memberId}`;

/** The fields that say, of a year group, how many pieces were looked at and how many judgements changed. */
export const lookedField = (yearGroup: string): string => `looked-${yearGroup}`;
export const changedField = (yearGroup: string): string => `changed-${yearGroup}`;
