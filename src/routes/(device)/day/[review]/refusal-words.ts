import { mostPhotos, noPhotosHere, photosFull } from '#domain/evidence/photo.ts';
import type { Refusal, Row } from '#platform/outbox/row.ts';

const what: Record<string, string> = {
	record: 'A piece of evidence',
	edit: 'A change to a piece of evidence',
	withdraw: 'Withdrawing a piece of evidence',
	photo: 'A photo',
	'remove photo': 'Removing a photo',
};

/** What somebody did that the server would not take. */
export const whatItIs = ({ deed }: Row): string => what[deed] ?? 'Something you did';

export const isPiece = ({ deed }: Row): boolean => deed === 'record' || deed === 'edit';

/** Once a photo is removed from it, a full piece takes another. */
const full = photosFull(Array.from({ length: mostPhotos }));

/** Whether the same, sent again, can never be taken: of a photo it is the picture itself that was refused. */
export const staysRefused = ({ deed }: Row, because: Refusal): boolean =>
	deed === 'photo' &&
	(because.is === 'conflict' ||
		(because.is === 'invalid' && 'picture' in because.fields && because.fields['picture'] !== full));

/** Why the server would not take it, and what its author can do. */
export function reasons(row: Row, because: Refusal): string {
	if (staysRefused(row, because)) return ofPhoto(because);
	switch (because.is) {
		case 'invalid':
			return Object.values(because.fields).join(' ');
		case 'conflict':
			return isPiece(row)
				? 'It says something else on the server by now. Both are kept: choose what shall stand.'
				: 'The server has something else in its place.';
		case 'missing':
			return 'It is not there for you, or not any more: you may have left the team, or the piece was never sent.';
	}
}

function ofPhoto(because: Refusal): string {
	if (because.is !== 'invalid') return `The server has another photo in its place. ${takeAgain}`;
	const said = Object.values(because.fields).join(' ');
	return because.fields['picture'] === noPhotosHere ? said : `${said} ${takeAgain}`;
}

const takeAgain = 'Take it again, then let this one go.';

/** How much waits until it is settled; nothing where nothing does. */
export function alsoWaits(count: number): string | undefined {
	if (count === 0) return undefined;
	return count === 1 ? '1 later change waits for this.' : `${count} later changes wait for this.`;
}
