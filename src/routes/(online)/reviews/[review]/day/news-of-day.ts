/** What the pages of a day depend on: what its news tells of. */
export const newsOfDay = 'app:day';
