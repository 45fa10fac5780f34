import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayChangeThemes } from '../access.ts';
import { standingIn } from '../standing.server.ts';
import { addThemeInput, changeThemeInput } from './input.ts';
import { themesOf } from './queries.server.ts';
import { insertTheme, replaceTheme } from './theme-store.server.ts';

const most = 100;
const taken = 'There is a theme of that name already.';

/** The themes a partnership begins with; one that has some keeps them. */
export async function beginThemes(ctx: Context, partnershipId: string): Promise<void> {
	await sql`select begin_themes(${partnershipId})`.execute(ctx.db);
}

/** Adds a theme to the partnership's own. Refuses a name that another has, and more than a hundred. */
export async function addTheme(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(addThemeInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, id, label, keywords } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!mayChangeThemes(standing)) return denied;
	const themes = await themesOf(ctx, partnershipId);
	const before = themes.find((theme) => theme.id === id);
	if (before) return sentAgain(before, { label, keywords }, null);
	if (themes.length >= most)
		return invalid({ '': `A partnership has ${most} themes at most. Change one instead.` });
	return (await insertTheme(ctx, partnershipId, { id, label, keywords }))
		? done(null)
		: invalid({ label: taken });
}

/** Calls a theme something else, changes the words by which it is suggested, retires it or takes it up again. */
export async function changeTheme(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(changeThemeInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, themeId, version, label, keywords, use } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!mayChangeThemes(standing)) return denied;
	const themes = await themesOf(ctx, partnershipId);
	const before = themes.find(({ id }) => id === themeId);
	if (!before) return missing;
	const named = themes.some((one) => one.id !== themeId && one.label.toLowerCase() === label.toLowerCase());
	if (named) return invalid({ label: taken });
	const changed = { label, keywords, retired: use === 'retired' };
	if (await replaceTheme(ctx, partnershipId, { id: themeId, version, ...changed })) return done(null);
	return sentAgain(before, changed, null);
}
