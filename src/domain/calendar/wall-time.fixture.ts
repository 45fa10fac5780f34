import type { WallTime } from './clock.ts';

/** The wall time so many minutes after midnight. */
export const wallTimeAt = (minutes: number): WallTime =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
