import type { Page } from '@playwright/test';
import type { Somebody } from './coming-in.ts';
import * as founding from './founding.ts';
import { meeting } from './moulsham-review.ts';
import * as preparing from './preparing.ts';
import { dayFromToday } from './proposing.ts';

interface Post {
	who: Somebody;
	role: string;
	school: 'Terling' | 'Notley Green';
}

/** Two schools that review each other by a protocol, with their people invited; the partnership's address. */
export async function twoSchools(
	page: Page,
	name: string,
	protocol: string,
	posts: readonly Post[],
): Promise<string> {
	const partnership = await founding.found(page, name, 'trio');
	const fromDay = '2020-09-01';
	await founding.addSchool(page, partnership, { urns: [115166], name: 'Terling', fromDay });
	await founding.addSchool(page, partnership, { urns: [138901], name: 'Notley Green', fromDay });
	await founding.publishProtocol(page, partnership, protocol);
	for (const { who, role, school } of posts) await founding.invite(page, partnership, who, role, school);
	return partnership;
}

/** The team says yes and keeps it confidential; they meet and agree lines and timetable; the host says yes. */
export async function prepareAll(
	review: string,
	host: Page,
	team: readonly { page: Page; who: Somebody }[],
	plan: { line: string; activity: preparing.Activity },
): Promise<void> {
	for (const { page, who } of team) {
		await preparing.takePart(page, review);
		await preparing.agreeConfidentiality(page, review, who.name);
	}
	await preparing.holdMeeting(host, review, { heldOn: dayFromToday(-3), ...meeting });
	await preparing.addLine(host, review, 'A', plan.line);
	await preparing.schedule(host, review, plan.activity);
	await preparing.onTimetable(host, plan.activity.title).waitFor();
	await preparing.agreePlan(host, review);
	await preparing.takePart(host, review);
}
