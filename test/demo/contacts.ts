import { keepContacts } from '#domain/concern/actions.server.ts';
import { londonDay } from '#platform/day.ts';
import { addressOf, cast, schools, type SchoolKey } from '../cast.ts';
import { did, doing } from './doing.ts';
import type { Founded } from './founding.ts';
import { headOf } from './heads.ts';

/** Who answers besides the head; nobody of them signs in. Numbers are those that Ofcom keeps for invented people. */
const others: Record<SchoolKey, { deputy: string; safeguarding: string; governors: string }> = {
	fernmarsh: {
		deputy: 'Morwenna Tealeaf',
		safeguarding: 'Odile Brackenridge',
		governors: 'Winifred Ropewalk',
	},
	owlbeck: { deputy: 'Edie Papermoon', safeguarding: 'Edie Papermoon', governors: 'Barnaby Spindrift' },
	quillhaven: { deputy: 'Kit Larderfield', safeguarding: 'Ines Doorstep', governors: 'Otto Candlewick' },
	tumblebrook: { deputy: 'Pru Hayfork', safeguarding: 'Pru Hayfork', governors: 'Sabine Millpond' },
	larkspindle: { deputy: 'Hal Wintergreen', safeguarding: 'Noor Gatepost', governors: 'Lionel Thatch' },
	allLarks: { deputy: 'Mabel Sundial', safeguarding: 'Callum Wickstraw', governors: 'Ursula Beeskep' },
	marrowfield: { deputy: 'Jago Wheelwright', safeguarding: 'Tess Orchardson', governors: 'Percy Lanthorn' },
	bramblesea: {
		deputy: 'Rufus Shingleton',
		safeguarding: 'Hattie Cockleshell',
		governors: 'Magnus Driftwood',
	},
};

const numbers = (Object.keys(schools) as SchoolKey[]).map((school, index) => [school, index] as const);
const written = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@eight-stiles.example`;

/** Every head writes down whom reviewers ring at their school. */
export async function writeContacts(founded: Founded): Promise<void> {
	const { partnershipId, members, now } = founded;
	for (const [school, index] of numbers) {
		const head = headOf(school);
		const { deputy, safeguarding, governors } = others[school];
		const of = (field: string, name: string, last: number) => ({
			[`${field}Name`]: name,
			[`${field}Phone`]: `01632 960${index}${last}0`,
			[`${field}Email`]: written(name),
		});
		const list = {
			partnershipId,
			memberId: members.get(school),
			version: '0',
			...of('headteacher', cast[head].name, 1),
			headteacherEmail: addressOf(head),
			...of('deputy', deputy, 2),
			...of('dsl', safeguarding, 3),
			...of('governors', governors, 4),
			...of('designated', 'The partnership’s office', 5),
			designatedEmail: 'office@eight-stiles.example',
		};
		await doing(founded, head, londonDay(now), '00:02', (ctx) =>
			did(keepContacts(ctx, list), `write down whom reviewers ring at ${school}`),
		);
	}
}
