import type { PrintedAs, PrintedFile } from '#platform/print/file-name.ts';

const types: Record<PrintedAs, string> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A file under its own name: a PDF to be read in the browser, a Word file to be kept. */
export const printed = ({ bytes, as, fileName }: PrintedFile): Response =>
	new Response(bytes, {
		headers: {
			'content-type': types[as],
			'content-disposition': `${as === 'pdf' ? 'inline' : 'attachment'}; filename="${fileName}"`,
			'x-content-type-options': 'nosniff',
		},
	});
