import { redirect, type RequestEvent } from '@sveltejs/kit';
import { bringIn, discardReading, sayColumns, sayPublisher } from '#domain/outcome/import/deeds.server.ts';
import { columnFields } from '#domain/outcome/import/fields.ts';
import { importById } from '#domain/outcome/import/queries.server.ts';
import { readingScreen } from '#domain/outcome/import/screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { PostedForm } from '#platform/form-data.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, reading }, url }) => {
	const { screen, isIn } = await locals.within(async (ctx) => {
		const screen = await readingScreen(ctx, partnership, reading);
		return { screen, isIn: !screen && (await importById(ctx, partnership, reading)) !== null };
	});
	// Whoever goes back to a file that is in already.
	if (isIn) redirect(303, `/partnerships/${partnership}/outcomes`);
	return screen ? { ...screen, again: url.searchParams.has('columns') } : notThere();
};

const onThisReading =
	(
		deed: (ctx: Context, input: unknown) => Promise<Outcome>,
		to: string,
		more: (form: PostedForm) => object = () => ({}),
	) =>
	(event: RequestEvent<{ partnership: string; reading: string } & Record<string, string>>) => {
		const { partnership: partnershipId, reading: readingId } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, ...more(form), partnershipId, readingId }),
			success: () => `/partnerships/${partnershipId}/outcomes${to === 'here' ? `/import/${readingId}` : to}`,
		});
	};

export const actions: Actions = {
	columns: onThisReading(sayColumns, 'here', columnFields),
	publisher: onThisReading(sayPublisher, 'here'),
	bring: onThisReading(bringIn, ''),
	leave: onThisReading(discardReading, '/import'),
};
