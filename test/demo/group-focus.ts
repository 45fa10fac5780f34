import { addDays } from '#domain/calendar/day.ts';
import { chooseData } from '#domain/outcome/group-data/deeds.server.ts';
import type { DataLookedAt } from '#domain/outcome/group-data/group-data.ts';
import { addItem, sayPart, writeFocus } from '#domain/partnership/group-focus/deeds.server.ts';
import type { ItemForm } from '#domain/partnership/group-focus/group-focus.ts';
import { londonDay } from '#platform/day.ts';
import { type SchoolKey, trios } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

interface Focus {
	words: string;
	/** Lettered in this order. */
	items: readonly { form: ItemForm; words: string }[];
	/** In this order. */
	data?: readonly Omit<DataLookedAt, 'id'>[];
	parts?: Partial<Record<SchoolKey, { aspect?: string; not?: readonly string[]; reason?: string }>>;
}

const focuses: Record<string, Focus> = {
	'Brook trio': {
		words: 'Children ask the questions that they then find the answers to.',
		items: [
			{ form: 'question', words: 'Do children plan for themselves what they find out?' },
			{ form: 'question', words: 'What do adults still do that children could do?' },
			{
				form: 'undertaking',
				words: 'In spring each of us teaches one lesson in a classroom further up the brook.',
			},
		],
	},
	'Harbour trio': {
		words: 'Whoever finds something hard still meets work that is worth their while.',
		items: [
			{ form: 'question', words: 'What do those who practise most get to work on besides?' },
			{ form: 'question', words: 'Who decides when a child leaves the practice books, and on what grounds?' },
			{
				form: 'undertaking',
				words: 'Three teachers, one of each school, choose thirty books together that no child has outgrown.',
			},
		],
		data: [
			{
				measure: 'ks2 rwm expected',
				together: 'mobile',
				why: 'Those who come to us late begin at the bottom of somebody’s scheme.',
			},
			{ measure: 'ks2 reading expected', together: 'disadvantaged', why: '' },
			{
				measure: 'phonics by year 2',
				together: 'SEND',
				why: 'Who has not passed by then stays on practice books longest.',
			},
		],
		parts: {
			bramblesea: { aspect: 'What children on practice books read besides.' },
			larkspindle: { not: ['b'], reason: 'Nobody of eleven or older reads from a scheme here.' },
		},
	},
	'Owlbeck pair': {
		words: 'A child who crosses the road in September goes on where they left off in July.',
		items: [
			{ form: 'question', words: 'Do the two schools mean the same by the words they use?' },
			{ form: 'question', words: 'What do children themselves say has changed?' },
			{ form: 'undertaking', words: 'Each June both staffs judge ten pieces of writing together.' },
		],
	},
};

/** What each trio looks into this year, written by its lead, and what data one looks at; two schools say what concerns them. */
export async function lookInto(
	founded: Partnership,
	groupIds: ReadonlyMap<string, string>,
	newId: () => string,
): Promise<void> {
	const { partnershipId, members } = founded;
	const day = addDays(londonDay(founded.now), -70);
	for (const [name, { words, items, data = [], parts = {} }] of Object.entries(focuses)) {
		const group = { partnershipId, groupId: groupIds.get(name) };
		const ids = new Map(items.map((_, index) => ['abc'[index]!, newId()]));
		await doing(founded, headOf(trios[name]![0]!), day, '16:20', async (ctx) => {
			await did(writeFocus(ctx, { ...group, version: 0, words }), `say what the ${name} looks into`);
			for (const [index, item] of items.entries()) {
				const id = ids.get('abc'[index]!);
				await did(addItem(ctx, { ...group, id, ...item }), `add an item of the ${name}`);
			}
			for (const one of data)
				await did(chooseData(ctx, { ...group, id: newId(), ...one }), `choose data of the ${name}`);
		});
		for (const [school, { aspect = '', not = [], reason = '' }] of Object.entries(parts)) {
			const key = school as SchoolKey;
			const notApplicable = not.map((letter) => ids.get(letter));
			const part = { memberId: members.get(key), version: 0, aspect, notApplicable, reason };
			await doing(founded, headOf(key), addDays(day, 2), '08:15', (ctx) =>
				did(sayPart(ctx, { ...group, ...part }), `say what concerns ${school}`),
			);
		}
	}
}
