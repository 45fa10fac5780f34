import { v7 as newId } from 'uuid';
import type { Row } from '#platform/outbox/row.ts';
import type { DeviceDay, DeviceDeed } from './device-day.svelte.ts';

/** Where it is settled. */
type Device = Pick<DeviceDay, 'rows' | 'putTogether' | 'setAside'>;

/**
 * How somebody settles what the server would not take: the new rows are on the device before the refused one is set aside, so
 * that a crash between the two shows it twice and loses nothing. What was done to the piece since waits behind the refused row
 * and comes after the new ones as well: all old rows are set aside at once, since each that is left could be sent by itself.
 */
export const putRight = {
	/** The same once more, as when one is back on the team. */
	async again(device: Device, row: Row): Promise<void> {
		await this.changed(device, row, {});
	},

	/** Over what the server holds now, with what was changed in it since. */
	async inItsPlace(device: Device, row: Row, version: number): Promise<void> {
		const own = fromOn(device, row);
		const { body } = latestWords(own, row);
		const edit = { deed: 'edit', about: row.about, body: { ...body, evidenceId: row.about, version } };
		await instead(device, own, [edit, ...own.filter((one) => !saysWords(one)).map(asDeed)]);
	},

	/** With something in it put right, and all that waits for it after it. */
	async changed(device: Device, row: Row, values: Record<string, string>): Promise<void> {
		const own = fromOn(device, row);
		const [first, ...later] = own.map(asDeed);
		if (first) await instead(device, own, [{ ...first, body: { ...first.body, ...values } }, ...later]);
	},

	/** As a piece of its own, with its photos, with what was changed in it since and with what is put right now. */
	async asOneMore(device: Device, row: Row, values: Record<string, string> = {}): Promise<void> {
		// Where there is a piece on the server, what is done to it otherwise still is.
		const own = fromOn(device, row).filter((one) => row.deed === 'record' || saysWords(one));
		const id = newId();
		const { evidenceId: _, version: __, ...said } = latestWords(own, row).body;
		await instead(device, own, [
			{ deed: 'record', about: id, body: { ...said, ...values, id } },
			...own.flatMap(({ deed, body, file }) =>
				deed === 'photo' && file
					? [{ deed, about: id, body: { ...body, id: newId(), evidenceId: id }, file }]
					: [],
			),
		]);
	},

	/** Sends it no more; nor what waits for a piece that the server has never had. */
	async letGo(device: Device, row: Row): Promise<void> {
		await device.setAside(...(row.deed === 'record' ? fromOn(device, row) : [row]));
	},
};

/** What waits until a refused row is settled: what its author did to the same thing since. Nothing waits for a photo. */
export const waitingFor = (rows: readonly Row[], { about, order, file }: Row): Row[] =>
	rows.filter((row) => !file && row.about === about && row.order > order && row.became.is === 'waiting');

/** A refused row, where nobody has settled it meanwhile, and all that is not settled of the same thing since; a photo by itself. */
function fromOn({ rows }: Device, { id, about, order, file }: Row): Row[] {
	const own = rows.filter(
		(row) =>
			(file ? row.id === id : row.about === about && row.order >= order) &&
			(row.became.is === 'waiting' || row.became.is === 'refused'),
	);
	return own[0]?.id === id ? own : [];
}

const saysWords = ({ deed }: Row): boolean => deed === 'record' || deed === 'edit';
const latestWords = (own: readonly Row[], row: Row): Row => own.findLast(saysWords) ?? row;
const asDeed = ({ deed, about, body, file }: Row): DeviceDeed => ({
	deed,
	about,
	body,
	...(file && { file }),
});

/** What is being put right: a second tap does nothing. */
const underWay = new Set<string>();

async function instead(device: Device, own: readonly Row[], deeds: readonly DeviceDeed[]): Promise<void> {
	const first = own[0]?.id;
	if (first === undefined || underWay.has(first)) return;
	underWay.add(first);
	try {
		await device.putTogether(...deeds);
		await device.setAside(...own);
	} finally {
		underWay.delete(first);
	}
}
