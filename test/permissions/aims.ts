import { randomUUIDv7 } from 'node:crypto';
import { setAim } from '#domain/aim/deeds.server.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { founder } from '../cast.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';

/** The chair sets an aim of the partnership. */
export async function setAnAim(founded: Founded, today: string): Promise<void> {
	const aim = {
		...{ id: randomUUIDv7(), partnershipId: founded.partnershipId, schoolYear: schoolYearName(today) },
		title: 'Every child reads aloud every day',
	};
	await doing(founded, founder, today, '00:05', (ctx) => did(setAim(ctx, aim), 'set an aim'));
}
