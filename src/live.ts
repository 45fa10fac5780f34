import { newsOf } from '#domain/review/news.server.ts';
import { londonDay } from '#platform/day.ts';
import { addPart } from '#platform/lifecycle.ts';
import { type Live, startLive } from '#platform/live/streams.ts';
import { logError } from '#platform/log.ts';
import { job } from '#platform/principal.ts';
import { server } from '#platform/server.ts';

let opened: Promise<Live> | undefined;

/** The streams of this process, by which people hear that a review they look at has changed. */
export const live = (): Promise<Live> => (opened ??= open());

async function open(): Promise<Live> {
	const { database } = await server();
	const streams = startLive(
		(reviews) => database.as(job('live'), londonDay(new Date()), (db) => newsOf(db, reviews)),
		(error) => logError(error, { job: 'live' }),
	);
	addPart({
		name: 'live',
		check: async () => {},
		letGo: () => streams.letGo(),
		close: () => streams.close(),
	});
	return streams;
}
