import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Overrides } from './arrangement.ts';
import type { Wishes } from './wishes.ts';

/** An arrangement of a cycle as it is kept. */
export interface Arrangement {
	id: string;
	cycleId: string;
	name: string;
	wishes: Wishes;
	overrides: Overrides;
	version: number;
	begunBy: string;
	begunAt: Date;
	confirmedBy: string | null;
	confirmedAt: Date | null;
}

/** One step that somebody took in it. */
export interface Step {
	number: number;
	words: string;
	takenBy: string;
	takenAt: Date;
	undone: boolean;
}

/** More drafts than a cycle needs. */
const mostArrangements = 40;
const mostSteps = 12;

const row = sql`a.id, a.cycle_id as "cycleId", a.name, a.wishes, a.overrides, a.version,
	shown_name(a.partnership_id, a.begun_by) as "begunBy", a.begun_at as "begunAt",
	shown_name(a.partnership_id, a.confirmed_by) as "confirmedBy", a.confirmed_at as "confirmedAt"`;

/** The arrangements of a cycle, the latest first; nothing to whom they are not to read. */
export async function arrangementsOf(
	ctx: Context,
	partnershipId: string,
	cycleId: string,
): Promise<Omit<Arrangement, 'overrides' | 'wishes'>[]> {
	const { rows } = await sql<Omit<Arrangement, 'overrides' | 'wishes'>>`
		select a.id, a.cycle_id as "cycleId", a.name, a.version, shown_name(a.partnership_id, a.begun_by) as "begunBy",
			a.begun_at as "begunAt", shown_name(a.partnership_id, a.confirmed_by) as "confirmedBy", a.confirmed_at as "confirmedAt"
		from arrangement a where a.partnership_id = ${partnershipId} and a.cycle_id = ${cycleId}
		order by a.begun_at desc, a.id limit ${mostArrangements}`.execute(ctx.db);
	return rows;
}

export async function arrangementById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<Arrangement | null> {
	const { rows } = await sql<Arrangement>`
		select ${row} from arrangement a where a.partnership_id = ${partnershipId} and a.id = ${id}`.execute(ctx.db);
	return rows[0] ?? null;
}

/** The last steps, the latest first, those undone among them. */
export async function stepsOf(ctx: Context, partnershipId: string, id: string): Promise<Step[]> {
	const { rows } = await sql<Step>`
		select s.number, s.words, shown_name(s.partnership_id, s.taken_by) as "takenBy", s.taken_at as "takenAt",
			s.undone_at is not null as undone
		from arrangement_step s where s.partnership_id = ${partnershipId} and s.arrangement_id = ${id}
		order by s.number desc limit ${mostSteps}`.execute(ctx.db);
	return rows;
}

/** The last step that stands, with what there was before it; null where none does. */
export async function lastStep(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<{ number: number; words: string; before: Overrides } | null> {
	const { rows } = await sql<{ number: number; words: string; before: Overrides }>`
		select number, words, before from arrangement_step
		where partnership_id = ${partnershipId} and arrangement_id = ${id} and undone_at is null
		order by number desc limit 1`.execute(ctx.db);
	return rows[0] ?? null;
}
