import { v7 as newId } from 'uuid';
import type { Row } from '#platform/outbox/row.ts';
import type { DeviceDay } from './device-day.svelte.ts';

/**
 * How somebody settles what the server would not take: the new row is on the device before the refused one is set aside, so
 * that a crash between the two shows it twice and loses nothing.
 */
export const putRight = {
	/** The same once more, as when one is back on the team. */
	async again(device: DeviceDay, row: Row): Promise<void> {
		const { deed, about, body, file } = row;
		await device.putTogether({ deed, about, body, ...(file && { file }) });
		await device.setAside(row);
	},

	/** Over what the server holds now. */
	async inItsPlace(device: DeviceDay, row: Row, version: number): Promise<void> {
		await device.put('edit', row.about, { ...row.body, evidenceId: row.about, version });
		await device.setAside(row);
	},

	/** A change that was refused, put right: of the piece that stands on the server. */
	async changed(device: DeviceDay, row: Row, values: Record<string, string>): Promise<void> {
		await device.put('edit', row.about, { ...row.body, ...values });
		await device.setAside(row);
	},

	/** As a piece of its own, with its photos, with what was changed in it since and with what is put right now. */
	async asOneMore(device: DeviceDay, row: Row, values: Record<string, string> = {}): Promise<void> {
		if (underWay.has(row.id)) return;
		underWay.add(row.id);
		const own = device.rows.filter(
			({ about, order, deed, became }) =>
				about === row.about &&
				order >= row.order &&
				// Where there is a piece on the server, what is done to it otherwise still is.
				(deed === 'record' || deed === 'edit' || row.deed === 'record') &&
				(became.is === 'waiting' || became.is === 'refused'),
		);
		const latest = own.findLast(({ deed }) => deed === 'edit' || deed === 'record') ?? row;
		const id = newId();
		const { evidenceId: _, version: __, ...said } = latest.body;
		try {
			await device.putTogether(
				{ deed: 'record', about: id, body: { ...said, ...values, id } },
				...own.flatMap(({ deed, body, file }) =>
					deed === 'photo' && file
						? [{ deed, about: id, body: { ...body, id: newId(), evidenceId: id }, file }]
						: [],
				),
			);
			for (const one of own) await device.setAside(one);
		} finally {
			underWay.delete(row.id);
		}
	},
};

/** What is being put right: a second tap does nothing. */
const underWay = new Set<string>();
