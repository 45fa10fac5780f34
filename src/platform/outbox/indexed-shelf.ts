import type { DeviceDatabase } from '../device/device-database.ts';
import type { News, Shelf } from './parts.ts';
import type { Became, NewRow, Row } from './row.ts';

/** Strict: it is on the disk, not on its way there, when the transaction has ended. */
const strict = { durability: 'strict' } as const;

const settled = ({ is }: Became): boolean => is === 'taken' || is === 'set aside';

/** Rows in the browser's database. */
export function indexedShelf(database: DeviceDatabase): Shelf & {
	/** All of a person's rows at one place, in the order they were done. */
	at(person: string, place: string): Promise<Row[]>;
} {
	return {
		async add(rows: readonly NewRow[]): Promise<Row[]> {
			const change = database.transaction('outbox', 'readwrite', strict);
			const became: Became = { is: 'waiting' };
			const added: Row[] = [];
			try {
				for (const row of rows) {
					const order = await change.store.add({ ...row, became, unsettled: 1 });
					added.push({ ...row, became, order });
				}
			} catch (error) {
				change.abort();
				await change.done.catch(() => {});
				throw error;
			}
			await change.done;
			return added;
		},
		async unsettled(person) {
			return (await database.getAllFromIndex('outbox', 'unsettled', [person, 1])) as Row[];
		},
		async at(person, place) {
			return (await database.getAllFromIndex('outbox', 'of', [person, place])) as Row[];
		},
		async became(news) {
			try {
				await note(news);
			} catch (error) {
				// Letting go needs no room, and makes some.
				await letGo(news.filter(({ became }) => settled(became)));
				if (!news.every(({ became }) => settled(became))) throw error;
			}
		},
	};

	async function note(news: readonly News[]): Promise<void> {
		const change = database.transaction('outbox', 'readwrite', strict);
		for (const { row, became } of news) {
			const stands = await change.store.get(row.order);
			if (!stands || settled(stands.became)) continue;
			const { file, ...words } = stands;
			const kept = file && !settled(became) ? { file } : {};
			await change.store.put({ ...words, ...kept, became, unsettled: settled(became) ? 0 : 1 });
		}
		await change.done;
	}

	async function letGo(news: readonly News[]): Promise<void> {
		const change = database.transaction('outbox', 'readwrite', strict);
		for (const { row } of news) await change.store.delete(row.order);
		await change.done;
	}
}
