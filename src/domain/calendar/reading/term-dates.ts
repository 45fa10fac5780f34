import { assemble, type TermDatesRead } from './assemble.ts';
import { isCsv, readCsv } from './csv.ts';
import { isICalendar, readICalendar } from './icalendar.ts';
import { readProse } from './prose.ts';

/**
 * Reads term dates from what somebody pastes or uploads: an iCalendar file, a CSV table, or lines as councils publish them.
 * Gives school years to be checked, never to be saved as they are, and every line that did not become part of one, with its
 * number and why. Bank holidays are left out: they are known.
 */
export function readTermDates(text: string): TermDatesRead {
	const plain = text.replace(/^\uFEFF/, '');
	if (isICalendar(plain)) return assemble(readICalendar(plain));
	return assemble(isCsv(plain) ? readCsv(plain) : readProse(plain));
}
