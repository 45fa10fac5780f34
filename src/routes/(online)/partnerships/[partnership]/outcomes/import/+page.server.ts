import { randomUUIDv7 } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { openReading } from '#domain/outcome/import/deeds.server.ts';
import { tooLargeWords } from '#domain/outcome/import/input.ts';
import { readBeside } from '#domain/outcome/import/running.server.ts';
import { bringer } from '#domain/outcome/import/screen.server.ts';
import { mostOf } from '#domain/outcome/import/sheet.ts';
import { readForm } from '#platform/form-data.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form with a file is a little larger than its file. */
const mostPosted = mostOf.bytes + 10_000;

export const load: PageServerLoad = async ({ locals, params }) => {
	const by = await locals.within((ctx) => bringer(ctx, params.partnership));
	if (!by) notThere();
	return {
		id: randomUUIDv7(),
		schools: by.schools.map(({ id: value, name: label }) => ({ value, label })),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { partnership: partnershipId } = event.params;
		// Said before a byte of it is read; only somebody who may bring figures in is told.
		if (Number(event.request.headers.get('content-length')) > mostPosted) {
			if (!(await event.locals.within((ctx) => bringer(ctx, partnershipId)))) notThere();
			return fail(413, { errors: { file: tooLargeWords }, values: {} });
		}
		let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
		let fileName = '';
		return submit(event, openReading, {
			read: async (data) => {
				const file = data.get('file');
				if (file instanceof File) {
					bytes = new Uint8Array(await file.arrayBuffer());
					fileName = file.name;
				}
				return readForm(data);
			},
			input: (form) => ({ ...form, partnershipId, file: { name: fileName, bytes: bytes.byteLength } }),
			success: ({ id: readingId, personId, begun, reader, year }) => {
				// Once it is written down, and beside this answer.
				if (begun)
					void server().then(({ database }) =>
						readBeside(database, { partnershipId, readingId, personId }, { bytes, fileName, year, reader }),
					);
				return `/partnerships/${partnershipId}/outcomes/import/${readingId}`;
			},
		});
	},
};
