/** A photo of a piece as the day's screens show it. */
export interface DayPhoto {
	id: string;
	/** What it shows, in words. */
	description: string;
	width: number;
	height: number;
	/** The picture itself, while it is on this device alone. */
	file?: Blob;
}

/** More than these say no more about one piece. */
export const mostPhotos = 6;

const full = `A piece holds ${mostPhotos} photos at most. Remove one first, or write another piece.`;

/** Why a piece takes no further photo; null while it does. */
export const photosFull = (photos: readonly unknown[]): string | null =>
	photos.length >= mostPhotos ? full : null;

export const longestDescription = 300;
export const askDescription = 'Say in a few words what the photo shows, for those who cannot see it.';
export const noPhotosHere = 'By your protocol, no photos are taken.';
