import { v5 } from 'uuid';

/** The id of a form's step, made of its page's and of what the form is about: pressed twice it is one, and no other form's. */
export const stepId = (pageId: string, ...about: string[]): string => v5(about.join(' '), pageId);
