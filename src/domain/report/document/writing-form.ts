/** Counts up when what can be written in a report changes its form, so that a page of before says so instead of being refused word by word. */
export const formOfWriting = 1;
