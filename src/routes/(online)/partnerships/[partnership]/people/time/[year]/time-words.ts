/** 'one day', '12 days' */
export const daysInWords = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

/** 'even', '3 more given', '2 more received' */
export const balanceInWords = (balance: number): string =>
	balance === 0 ? 'even' : `${Math.abs(balance)} more ${balance > 0 ? 'given' : 'received'}`;
