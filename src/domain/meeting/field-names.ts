/** The field of a form of minutes that says whether somebody came. */
export const thereField = (personId: string): string => `there-${personId}`;

/** The field that holds what was said of something on the agenda. */
export const noteField = (key: string): string => `note-${key}`;
