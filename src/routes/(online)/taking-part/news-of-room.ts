/** What a page depends on that shows a workshop's room. */
export const newsOfRoom = 'fresh-eyes:room';
