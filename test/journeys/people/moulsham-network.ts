import type { Browser, Cookie } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';
import { chelmsford } from '#test/real-partnerships.ts';
import { behindTheScenes, sessionOfTheFirst, somebody } from './coming-in.ts';
import { districtSchools } from './district-schools.ts';
import * as founding from './founding.ts';

/** Moulsham Junior School, the only member that the study names. */
export const moulsham = chelmsford.members[0]!;

export const chair = somebody('Thaddeus Elderflower');
export const host = somebody('Leonora Riverbank');
export const first = somebody('Barnabas Millrace');
export const second = somebody('Clementine Towpath');
export const facilitator = somebody('Augustin Lampwick');
export const champion = somebody('Juniper Cardwell');

/** Since before the reviews that the study tells of. */
const fromDay = '2014-09-01';

/** The network with three of its schools and the people of one review: its address and the chair's session. */
export async function foundNetwork(
	browser: Browser,
	product: RunningProduct,
): Promise<{ partnership: string; session: Cookie[] }> {
	const session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	const partnership = await founding.found(page, chelmsford.name, chelmsford.groupWord);
	const urns = moulsham.schools.map(({ urn }) => urn);
	const [firstUrn, secondUrn] = districtSchools('Chelmsford', 2, urns);
	await founding.addSchool(page, partnership, { urns, fromDay });
	await founding.addSchool(page, partnership, { urns: [firstUrn!], name: 'First partner', fromDay });
	await founding.addSchool(page, partnership, { urns: [secondUrn!], name: 'Second partner', fromDay });
	await founding.publishProtocol(page, partnership, chelmsford.preset);
	await founding.invite(page, partnership, host, 'Headteacher', moulsham.name);
	await founding.invite(page, partnership, first, 'Headteacher', 'First partner');
	await founding.invite(page, partnership, second, 'Headteacher', 'Second partner');
	await founding.invite(page, partnership, facilitator, 'Outside partner');
	await founding.invite(page, partnership, champion, 'Improvement champion', 'Second partner');
	await page.context().close();
	return { partnership, session };
}
