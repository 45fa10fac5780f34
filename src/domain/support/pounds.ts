/** '£1,200' */
export const inPounds = (pounds: number): string => `£${pounds.toLocaleString('en-GB')}`;
