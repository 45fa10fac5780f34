import { printPack } from '#domain/improvement/pack/pack.server.ts';
import { printLinked } from '#domain/report/linked-report.server.ts';
import { printed } from '../../../../printed.ts';
import { asLink } from '../as-link.server.ts';
import type { RequestHandler } from './$types';

/** The report or the pack that a link shows, as a PDF; other documents are read on the page. */
export const GET: RequestHandler = async (event) =>
	printed(
		await asLink(
			event,
			(ctx, link) => (link.thing === 'pack' ? printPack(ctx, link) : printLinked(ctx, link)),
			'printed',
		),
	);
