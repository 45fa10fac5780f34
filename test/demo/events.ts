import { addDays } from '#domain/calendar/day.ts';
import { nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { bringPeople, come } from '#domain/event/deeds/joining.server.ts';
import { linkAction } from '#domain/event/deeds/linking.server.ts';
import { planEvent } from '#domain/event/deeds/planning.server.ts';
import { saveWriteUp, tellTakeaway } from '#domain/event/deeds/writing-up.server.ts';
import { cameField, changedField, lookedField } from '#domain/event/field-names.ts';
import { linkableActions, linkableFindings } from '#domain/event/link-queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import type { PersonKey, SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const calendar = schoolCalendar();
const organiser: PersonKey = 'ledgerly';

/** Schools have moderated Year 5 writing together and will moderate more; a lesson study follows from a finding. */
export async function holdEvents(founded: Partnership, newId: () => string): Promise<void> {
	const { partnershipId, members, people } = founded;
	const today = londonDay(founded.now);
	const at = (school: SchoolKey) => members.get(school)!;
	const person = (who: PersonKey) => people.get(who)!;
	const before = (weeks: number) => nearestSchoolDay(calendar, addDays(today, weeks * -7), -1);
	const after = (weeks: number) => nearestSchoolDay(calendar, addDays(today, weeks * 7), 1);
	const theme = async (ctx: Context, label: string) =>
		(await themesOf(ctx, partnershipId)).find((one) => one.label === label)!.id;
	const hours = { fromTime: '13:30', toTime: '15:30' };

	const held = { partnershipId, eventId: newId() };
	const heldOn = before(3);
	await doing(founded, organiser, before(9), '09:00', async (ctx) => {
		const event = {
			...{ partnershipId, id: held.eventId, kind: 'moderation', title: 'Year 5 writing', ...hours },
			...{ fromDay: heldOn, yearGroups: ['5'], themeId: await theme(ctx, 'Writing') },
			...{ atMemberId: at('bramblesea'), place: 'the library', ledBy: person('marblewood') },
			...{ words: 'Where do we draw the line between “working at” and “greater depth”?' },
			...{ bring: 'Six pieces of writing from each class, names covered.', forWhom: 'all', places: '24' },
		};
		await did(planEvent(ctx, event), 'plan a moderation');
	});
	for (const [school, comes, others] of [
		['quillhaven', 'lanternby', '1'],
		['fernmarsh', 'tealeaf', '2'],
		['tumblebrook', 'thimbleton', '0'],
	] as const)
		await doing(founded, headOf(school), before(5), '16:00', (ctx) =>
			did(
				bringPeople(ctx, {
					...{ ...held, memberId: at(school), personIds: [person(comes)], others, othersVersion: '0' },
				}),
				'join a moderation',
			),
		);
	await doing(founded, 'marblewood', addDays(heldOn, 1), '16:00', (ctx) =>
		did(
			saveWriteUp(ctx, {
				...{ ...held, version: '0' },
				...{
					[cameField(at('quillhaven'))]: '2',
					[cameField(at('fernmarsh'))]: '3',
					[cameField(at('tumblebrook'))]: '1',
				},
				...{ [lookedField('5')]: '36', [changedField('5')]: '5' },
				...{
					done: 'In threes, one from each school, we read six pieces from every class without knowing whose they were, and only then compared.',
					found:
						'We agreed on most. Where we did not, it was about whether paragraphs carry an argument. We wrote three sentences that say what we look for.',
					materials:
						'The three sentences and the pieces without names are in the partnership’s shared folder, under Year 5.',
				},
			}),
			'write up a moderation',
		),
	);
	for (const [school, words] of [
		['quillhaven', 'We use the three sentences in our own moderation each half-term.'],
		['fernmarsh', 'Our Year 4 and 5 teachers plan the next unit on argument together.'],
	] as const)
		await doing(founded, headOf(school), addDays(heldOn, 4), '16:30', (ctx) =>
			did(
				tellTakeaway(ctx, { ...held, memberId: at(school), version: '0', words }),
				'say what a school takes',
			),
		);

	const next = { partnershipId, eventId: newId() };
	await doing(founded, organiser, before(2), '09:00', async (ctx) => {
		const event = {
			...{
				partnershipId,
				id: next.eventId,
				kind: 'moderation',
				title: 'Writing in Years 1, 3 and 4',
				...hours,
			},
			...{ fromDay: after(2), yearGroups: ['1', '3', '4'], themeId: await theme(ctx, 'Writing') },
			...{ atMemberId: at('owlbeck'), ledBy: person('papermoon'), forWhom: 'all', places: '30' },
			...{ bring: 'Six pieces of writing from each class, names covered.' },
		};
		await did(planEvent(ctx, event), 'plan a moderation');
	});
	await doing(founded, 'applecart', before(1), '16:00', (ctx) =>
		did(come(ctx, { ...next, memberId: at('owlbeck') }), 'join a moderation'),
	);
	await doing(founded, 'inkwell', before(1), '16:10', (ctx) =>
		did(
			bringPeople(ctx, {
				...{
					...next,
					memberId: at('fernmarsh'),
					personIds: [person('tealeaf')],
					others: '2',
					othersVersion: '0',
				},
			}),
			'join a moderation',
		),
	);

	const study = { partnershipId, eventId: newId() };
	await doing(founded, 'thimbleton', today, '00:00', async (ctx) => {
		const own = [at('tumblebrook')];
		const [finding] = await linkableFindings(ctx, partnershipId, own);
		const [action] = await linkableActions(ctx, partnershipId, own);
		const event = {
			...{ partnershipId, id: study.eventId, kind: 'lesson study', title: 'Asking what we do not know' },
			...{
				fromDay: after(5),
				toDay: after(8),
				yearGroups: ['3', '4'],
				themeId: await theme(ctx, 'Curriculum'),
				subject: 'Science',
			},
			...{ atMemberId: at('tumblebrook'), ledBy: person('thimbleton'), forWhom: 'schools' },
			...{ invitedIds: [at('tumblebrook'), at('fernmarsh'), at('marrowfield')], places: '8' },
			...{ words: 'Three lessons, planned and watched together, a fortnight between them.' },
		};
		await did(planEvent(ctx, { ...event, findingId: finding!.id }), 'plan a lesson study');
		await did(linkAction(ctx, { ...study, actionId: action!.id }), 'link an action');
	});
}
