import type { PrintedFile } from '#platform/print/file-name.ts';

/** A PDF to be read in the browser and kept under its own name. */
export const printed = ({ pdf, fileName }: PrintedFile): Response =>
	new Response(pdf, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${fileName}"`,
			'x-content-type-options': 'nosniff',
		},
	});
