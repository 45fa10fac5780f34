import type { Browser, Cookie } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';
import { acceptInvitation, behindTheScenes, sessionOfTheFirst, somebody } from './coming-in.ts';
import * as founding from './founding.ts';
import { gather } from './gathering.ts';
import * as preparing from './preparing.ts';
import { proposeReview } from './proposing.ts';

export const chair = somebody('Euphemia Turnstile');
export const host = somebody('Alaric Gatepost');
export const reviewer = somebody('Philippa Latchkey');
export const facilitator = somebody('Edwin Doorstop');
export const champion = somebody('Marigold Hinge');
/** Of another partnership on the same server. */
export const outsider = somebody('Desmond Elsewhere');

export interface CarefulSchools {
	/** '/partnerships/…' */
	partnership: string;
	/** '/reviews/…', proposed and nothing more. */
	review: string;
	chair: Cookie[];
}

/** Two schools with a review that is proposed, and a stranger in another partnership. */
export async function setUpCarefulSchools(
	browser: Browser,
	product: RunningProduct,
): Promise<CarefulSchools> {
	const session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	const elsewhere = await founding.found(page, 'Elsewhere Schools', 'trio');
	await founding.invite(page, elsewhere, outsider, 'Administrator of the partnership');
	const partnership = await gather(page, {
		name: 'Careful Schools',
		groupWord: 'trio',
		protocol: 'Family with independent chair and full protocol',
		schools: [
			{ urn: 115166, name: 'Terling' },
			{ urn: 138901, name: 'Notley Green' },
		],
		people: [
			{ who: host, role: 'Headteacher', school: 'Terling' },
			{ who: reviewer, role: 'Headteacher', school: 'Notley Green' },
			{ who: champion, role: 'Improvement champion', school: 'Notley Green' },
			{ who: facilitator, role: 'Independent chair' },
		],
	});
	const focus = 'What do pupils do when they are stuck?';
	const review = await proposeReview(page, partnership, { host: 'Terling', focus });
	await page.context().close();
	return { partnership, review, chair: session };
}

/** Prepares the review until evidence can be captured; the reviewer's session. */
export async function prepareReview(
	browser: Browser,
	product: RunningProduct,
	careful: CarefulSchools,
): Promise<Cookie[]> {
	const { review } = careful;
	const chairs = await behindTheScenes(product, browser, careful.chair);
	await preparing.putOnTeam(chairs, review, facilitator.name, 'independent chair');
	await preparing.putOnTeam(chairs, review, reviewer.name, 'reviewer');
	await preparing.putOnTeam(chairs, review, champion.name, 'improvement champion');

	const hosts = await behindTheScenes(product, browser);
	await acceptInvitation(product, hosts, host);
	await preparing.addLine(hosts, review, 'A', 'What helps a pupil who is stuck?');
	await preparing.schedule(hosts, review, { ...beingStuck, who: [reviewer.name], lines: ['A'] });
	await preparing.onTimetable(hosts, beingStuck.title).waitFor();
	await preparing.agreePlan(hosts, review);
	await preparing.takePart(hosts, review);
	const reviewers = await behindTheScenes(product, browser);
	await acceptInvitation(product, reviewers, reviewer);
	await preparing.agreeConfidentiality(reviewers, review, reviewer.name);
	await preparing.takePart(reviewers, review);
	const session = await reviewers.context().cookies();
	for (const page of [chairs, hosts, reviewers]) await page.context().close();
	return session;
}

const beingStuck = {
	title: 'Being stuck in Year 4',
	kind: 'Learning observation',
	starts: '09:00',
	ends: '10:00',
};
