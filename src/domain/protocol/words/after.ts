import { counted } from '../clauses.ts';
import { needOf } from '../of-kind.ts';
import { inSeries } from '../model.ts';
import type { AdaptablePart } from '../parts/adaptation.ts';
import { partTitles } from '../parts-in-order.ts';
import type { Protocol } from '../protocol.ts';
import { byNeed, formTitle, labels, listed, quoted } from './phrases.ts';

export function workshop(protocol: Protocol): string[] {
	const { workshop, roles } = protocol;
	const how = `run by the ${roles[workshop.runBy].one} as a ${workshop.method}; the review team is ${workshop.team}`;
	return [
		byNeed(needOf(protocol, 'workshop held'), {
			must: `A workshop is ${how}.`,
			may: `A workshop may be ${how}.`,
			never: `There is no workshop. If there were, it would be ${how}.`,
		}),
		`It produces: ${listed(workshop.produces)}.`,
	];
}

export function afterwards(protocol: Protocol): string[] {
	const { followUp } = protocol;
	return [
		`The look-back is answered by the ${followUp.lookBack.sides.join(' and the ')}, with the same questions for every school: ${formTitle(protocol, followUp.lookBack.form)}.`,
		followUp.impactHeadings.length === 0
			? 'What a review has changed is told without headings.'
			: `What a review has changed is told under these headings: ${labels(followUp.impactHeadings)}.`,
		byNeed(followUp.followUpReview, {
			must: 'A follow-up review comes after.',
			may: 'A follow-up review may come after.',
			never: 'The next review begins afresh.',
		}),
		byNeed(followUp.standingItem, {
			must: 'What came of reviews is on every agenda of the partnership’s meetings.',
			may: 'What came of reviews may be on the agenda of the partnership’s meetings.',
			never: 'What came of reviews is not an item of the partnership’s meetings.',
		}),
	];
}

export function quality(protocol: Protocol): string[] {
	const { internal, external, postReviewMeeting } = protocol.quality;
	const form = formTitle(protocol, internal.form);
	const who = `the ${protocol.roles[external.by].one}`;
	const sample = `${counted(external.reviewsAYear)} ${external.reviewsAYear === 1 ? 'review' : 'reviews'} a year`;
	return [
		byNeed(internal.need, {
			must: `After each review host and team answer the same questions on how good it was: ${form}.`,
			may: `After a review host and team may answer the same questions on how good it was: ${form}.`,
			never: `Host and team are not asked how good a review was. The form for it is ${form}.`,
		}),
		byNeed(external.need, {
			must: `From outside, ${who} looks at ${sample}.`,
			may: `From outside, ${who} may look at ${sample}.`,
			never: `Nobody looks at reviews from outside. If anybody did, ${who} would look at ${sample}.`,
		}),
		byNeed(postReviewMeeting, {
			must: 'There is a meeting on how each review went.',
			may: 'There may be a meeting on how a review went.',
			never: 'There is no meeting on how a review went.',
		}),
	];
}

export function adaptation({ adaptation: { parts, approvedBy } }: Protocol): string[] {
	const titles = parts.map((part: AdaptablePart) => quoted(partTitles[part]));
	return [
		parts.length === 0
			? `Every group reviews alike. A change would be for ${approvedBy} to approve.`
			: `A group may make its own: ${inSeries(titles)}. It is for ${approvedBy} to approve.`,
	];
}
