import type { SchoolYear } from '../year.ts';
import type { Sheet } from './sheet.ts';
import type { Reading } from './statements.ts';

/** A file that somebody chose and has not brought in yet. */
export interface OpenReading {
	id: string;
	fileName: string;
	year: SchoolYear | null;
	schoolId: string | null;
	readAt: Date;
	toldAt: Date;
	rowsRead: number;
	rowsInAll: number | null;
	refused: string | null;
	sheet: Sheet | null;
	reading: Reading | null;
}

export type ReadingState = 'under way' | 'interrupted' | 'refused' | 'columns' | 'ready';

/** A process that reads says so every second; one that was silent for so long has ended. */
const silentMs = 30_000;

/** How far a file is. Nobody writes down that a process has ended. */
export function stateOf(reading: OpenReading, now: Date): ReadingState {
	if (reading.refused !== null) return 'refused';
	if (reading.reading) return 'ready';
	if (reading.sheet) return 'columns';
	return now.getTime() - reading.toldAt.getTime() > silentMs ? 'interrupted' : 'under way';
}
