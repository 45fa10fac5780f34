/** Whether whoever asks wants a stream of events, and not the number as it is now. */
export const wantsStream = (request: Request): boolean =>
	request.method === 'GET' && (request.headers.get('Accept')?.includes('text/event-stream') ?? false);

/** The number of news that whoever asks has heard of: by the stream that broke, or as their page says. */
export const heardOf = (request: Request, url: URL): number | null =>
	numberIn(request.headers.get('last-event-id')) ?? numberIn(url.searchParams.get('since'));

export const numberIn = (text: string | null): number | null =>
	text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
