import { type Hearer, reportNumbers, stillReadDraft } from '#domain/report/document/live.server.ts';
import { newsOf } from '#domain/review/news.server.ts';
import { roomNumbers } from '#domain/workshop/room/queries.server.ts';
import { askedTogether } from '#platform/asked-together.ts';
import { londonDay } from '#platform/day.ts';
import type { Work } from '#platform/db/database.ts';
import { addPart } from '#platform/lifecycle.ts';
import { sharedWords } from '#platform/live/shared-words.ts';
import { type Live, startLive } from '#platform/live/streams.ts';
import { logError } from '#platform/log.ts';
import { job } from '#platform/principal.ts';
import { server } from '#platform/server.ts';

// The streams of this process, by which people hear of what others do.

let ofDays: Promise<Live> | undefined;
let ofRooms: Promise<Live> | undefined;
let ofReports: ReturnType<typeof openReports> | undefined;

/** That something of a review has changed. */
export const live = (): Promise<Live> =>
	(ofDays ??= open('live', (reviews) => asLive((db) => newsOf(db, reviews))));

/** That something in a workshop's room has changed (`room:…`), or what its phones show (`phones:…`). Whoever looks at the wall is waiting. */
export const liveRooms = (): Promise<Live> =>
	(ofRooms ??= open('live rooms', (rooms) => asLive((db) => roomNumbers(db, rooms)), { mostEach: 12 }));

/** What is written in a report, as it is written: whoever writes is waiting for it. */
export const liveReports = (): ReturnType<typeof openReports> => (ofReports ??= openReports());

async function openReports() {
	const watched = (reviews: readonly string[]) => asLive((db) => reportNumbers(db, reviews));
	return {
		streams: await open('live reports', watched, { watchMs: 100, restMs: 50, mayMs: 500 }),
		/** What is told is read once, as one of those who hear it, whose right was just asked for. */
		words: sharedWords(),
		/** Whether somebody still reads the draft; asked of all who hear it at once. */
		may: askedTogether((all: readonly Hearer[]) => asLive((db) => stillReadDraft(db, all))),
	};
}

const asLive = async <T>(work: Work<T>): Promise<T> =>
	(await server()).database.as(job('live'), londonDay(new Date()), work);

async function open(
	name: string,
	read: Parameters<typeof startLive>[0],
	timing: Parameters<typeof startLive>[2] = {},
): Promise<Live> {
	const streams = startLive(read, (error) => logError(error, { job: name }), timing);
	addPart({
		name,
		check: async () => {},
		letGo: () => streams.letGo(),
		close: () => streams.close(),
	});
	return streams;
}
