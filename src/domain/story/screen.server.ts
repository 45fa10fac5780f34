import { eventsOfMember, type HeldEvent } from '#domain/event/queries.server.ts';
import { standsInWords, urgency, type Urgency } from '#domain/improvement/model.ts';
import { kindLabel } from '#domain/protocol/model.ts';
import { leastFewestPupils } from '#domain/protocol/parts/audience.ts';
import { protocolInForce, protocolsById } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { eventsOf, findingsOfSchool, profileYears } from './queries.server.ts';
import { withoutSmall, type ProfileYear, type SchoolEvent } from './story.ts';

/** A finding and what became of it. */
export interface FindingOfStory {
	id: string;
	kind: string;
	seen: string;
	became: { title: string; stands: string; urgency: Urgency }[];
}

/** What a school's story is told from beside its reviews and outcomes, as far as the reader may see it. */
export interface Story {
	events: SchoolEvent[];
	/** Joint events in which the school took part. */
	together: HeldEvent[];
	profile: ProfileYear[];
	/** By review. */
	findings: ReadonlyMap<string, FindingOfStory[]>;
}

/** @param own whether the reader is of the school: others see no share of few pupils */
export async function storyOf(
	ctx: Context,
	of: { partnershipId: string; memberId: string },
	own: boolean,
): Promise<Story> {
	const inForce = await protocolInForce(ctx, of.partnershipId);
	const fewest = inForce?.protocol.audience.fewestPupils ?? leastFewestPupils;
	const told = await findingsOfSchool(ctx, of);
	const heldBy = await protocolsById(
		ctx,
		told.map(({ protocolVersionId }) => protocolVersionId),
	);
	const findings = told.map((finding) => ({
		reviewId: finding.reviewId,
		id: finding.id,
		kind: kindLabel(heldBy.get(finding.protocolVersionId)!, finding.kind),
		seen: finding.seen,
		became: finding.actions.map((action) => ({
			title: action.title,
			stands: standsInWords(action, ctx.today),
			urgency: urgency(action, ctx.today),
		})),
	}));
	return {
		events: await eventsOf(ctx, of),
		together: await eventsOfMember(ctx, of),
		profile: (await profileYears(ctx, of)).map((year) => (own ? year : withoutSmall(year, fewest))),
		findings: Map.groupBy(findings, ({ reviewId }) => reviewId),
	};
}
