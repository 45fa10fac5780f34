import { leads, mayOrganise } from '#domain/partnership/access.ts';

// Who may do what to agreements (design: roles). A member's head agrees for it: mayAgreeFor in partnership/access.

/** The memorandum is published by those who lead. */
export const mayPublishMemorandum = leads;

/** Those who organise write to heads who have not agreed. */
export const mayRemind = mayOrganise;
