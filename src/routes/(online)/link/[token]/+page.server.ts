import { impactInWords, underHeadings } from '#domain/improvement/impact/impact.ts';
import { toldImpact } from '#domain/improvement/impact/queries.server.ts';
import { actionsOf, progressReports } from '#domain/improvement/queries.server.ts';
import { packAsPage } from '#domain/improvement/pack/pack.server.ts';
import { standsInWords, urgency } from '#domain/improvement/model.ts';
import { findingsOf } from '#domain/report/queries.server.ts';
import { linkedReport } from '#domain/report/linked-report.server.ts';
import type { OpenedLink } from '#domain/review/opened-link.server.ts';
import type { Context } from '#platform/context.ts';
import { asLink } from './as-link.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	asLink(event, async (ctx, link) => {
		const { thing, forWhom, lastDay, host, focus } = link;
		const document = await documentOf(ctx, link);
		// The page is the link's: nothing on it depends on who is signed in.
		return document && { thing, forWhom, lastDay, host, focus, viewer: undefined, ...document };
	});

async function documentOf(ctx: Context, link: OpenedLink) {
	const kinds = Object.fromEntries(link.protocol.evidence.kinds.map(({ key, label }) => [key, label]));
	const nothing = { report: null, findings: [], actions: [], progress: [], impact: null, pack: null, kinds };
	switch (link.thing) {
		case 'pack': {
			const pack = await packAsPage(ctx, link);
			return pack && { ...nothing, pack };
		}
		case 'report': {
			const report = await linkedReport(ctx, link);
			return report && { ...nothing, report };
		}
		case 'findings':
			return { ...nothing, findings: await findingsOf(ctx, link) };
		case 'actions': {
			const actions = (await actionsOf(ctx, link)).map((action) => ({
				...action,
				urgency: urgency(action, ctx.today),
				stands: standsInWords(action, ctx.today),
				// Of no concern to whoever holds a link.
				ownerHasLeft: false,
				former: [],
				aims: [],
			}));
			// Whoever holds a link learns no names, nor what was said before.
			const told = (await toldImpact(ctx, link)).map((one) => ({
				...one,
				toldBy: '',
				former: [],
				action: null,
			}));
			const { impactHeadings } = link.protocol.followUp;
			const impact = { inWords: impactInWords(told), told: underHeadings(impactHeadings, told) };
			return { ...nothing, actions, progress: await progressReports(ctx, link), impact };
		}
	}
}
