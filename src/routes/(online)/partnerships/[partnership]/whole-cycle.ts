/** Said above reviews to whom the protocol does not tell which schools are reviewed when. */
export const notTheWholeCycle =
	'Your protocol says who knows which schools are reviewed when. Here are the reviews that you may know of; there may be others.';
