import { sql } from 'kysely';
import { circles } from './access.ts';

const isCircle = `^(${circles.join('|')}):`;

/** The keys of a row with its circles replaced: who reads it by another right goes on reading it. */
export const openedTo = (keys: readonly string[]) =>
	sql<string[]>`array(select k from unnest(keys) k where k !~ ${isCircle}) || ${[...keys]}::text[]`;
