import type { Answer } from './asking.ts';
import type { WhichReview, World } from './world.ts';

export const schoolYear = '2026-27';

/** A route's id with something in place of each of its parameters. */
export const addressOf = (route: string, named: (parameter: string) => string): string =>
	route.replace(/\[(\w+)\]/g, (_, parameter: string) => named(parameter));

/** The ids that stand for the parameters of a route in one review of a world. */
export function namesIn(
	{ partnershipId, hostMemberId, reviews, people, things }: World,
	review: WhichReview,
	concern: string,
): (parameter: string) => string {
	const { evidence, photo, finding, memorandumVersion, draft, group, cycle, proposal } = things[review];
	const { arrangement, turn, proposed, poll, room, paper, reading, meeting, event, request } = things[review];
	const named: Record<string, string> = {
		partnership: partnershipId,
		year: schoolYear,
		member: hostMemberId,
		person: people[review]['host staff'],
		review: reviews[review],
		evidence,
		photo,
		finding,
		token: 'x'.repeat(32),
		number: '1',
		draft,
		group,
		cycle,
		proposal,
		arrangement,
		turn,
		proposed,
		poll,
		room,
		paper,
		reading,
		meeting,
		event,
		request,
		part: 'workshop',
		stage: 'quality',
		version: memorandumVersion,
		concern,
	};
	return (parameter) => named[parameter]!;
}

/** The answer without what every request has of its own: the ids asked for, and ids and nonces made for it. */
export function withoutIds(answer: Answer, path: string): Answer {
	const blank = (text: string) =>
		text
			.replaceAll(path, 'PATH')
			.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
			.replace(/nonce="[^"]*"/g, '');
	return {
		...answer,
		location: answer.location && blank(decodeURIComponent(answer.location)),
		body: blank(answer.body),
	};
}
