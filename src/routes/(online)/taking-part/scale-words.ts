/** What the places of the matrix are called, from 1 to 4. */
export const impactWords = ['Little', 'Something', 'Much', 'Very much'] as const;
export const effortWords = ['Little', 'Some', 'Much', 'Very much'] as const;
