import { addDays } from '#domain/calendar/day.ts';
import { agreeMemorandum, publishMemorandum } from '#domain/protocol/agreement/actions.server.ts';
import { londonDay } from '#platform/day.ts';
import { cast, founder, schools, type SchoolKey } from '../cast.ts';
import { did, doing, type Doing } from './doing.ts';
import { headOf } from './heads.ts';

interface Partnership extends Doing {
	partnershipId: string;
	members: ReadonlyMap<SchoolKey, string>;
}

const first = {
	title: 'Memorandum of understanding of the Eight Stiles Family of Schools',
	purpose:
		'Our schools lie a bicycle ride apart, and many of our children will sit in one another’s classrooms. We work together so that every one of them learns more than any one of us could manage alone.',
	commitments: [
		'The head comes to the meetings of the family, or sends a deputy who can decide.',
		'Each school gives as many days to reviewing others as it receives.',
		'Each school pays its share of common costs by the end of October.',
	],
	expectations: [
		'Every school is a learner and a helper, whatever was last said about it.',
		'A school that meets difficulty says so early, and is helped first.',
	],
	peerReview:
		'Each school is reviewed by its peers once in two years, as our protocol sets out, and its staff review others in turn. A review serves the school that hosts it and gives no grade.',
	opensTo: ['champion', 'staff', 'governors', 'heads', 'partnership', 'partner', 'link'],
	notice:
		'A school that wishes to leave tells the chair a term ahead, and finishes the reviews it has begun.',
};

const second = {
	...first,
	commitments: [
		...first.commitments.slice(0, 2),
		'Each school names an improvement champion and frees them for one workshop a year.',
		'Each school pays its share of common costs by the end of September.',
	],
	expectations: [...first.expectations, 'What we learn in a review is told at the next heads’ meeting.'],
	reason: 'Champions have become part of every review, and budgets are set in September.',
};

/** Two have not read the new version yet: there is somebody to remind. */
const late: readonly SchoolKey[] = ['owlbeck', 'larkspindle'];

/** The memorandum that all agreed to at the beginning, and its second version, agreed to by most. */
export async function agreeOnMemorandum(
	founded: Partnership,
	day: string,
	newId: () => string,
): Promise<void> {
	const all = Object.keys(schools) as SchoolKey[];
	await publish(founded, day, 0, first, all, newId);
	const lately = addDays(londonDay(founded.now), -24);
	await publish(
		founded,
		lately,
		1,
		second,
		all.filter((school) => !late.includes(school)),
		newId,
	);
}

async function publish(
	founded: Partnership,
	day: string,
	version: number,
	text: typeof first,
	agreeing: readonly SchoolKey[],
	newId: () => string,
): Promise<void> {
	const { partnershipId, members } = founded;
	const lines = { commitments: text.commitments.join('\n'), expectations: text.expectations.join('\n') };
	const published = await doing(founded, founder, day, '16:30', (ctx) =>
		did(
			publishMemorandum(ctx, { id: newId(), partnershipId, version, ...text, ...lines }),
			'publish a memorandum',
		),
	);
	for (const [index, school] of agreeing.entries()) {
		const head = headOf(school);
		const agreement = {
			partnershipId,
			memberId: members.get(school),
			versionId: published.id,
			typedName: cast[head].name,
		};
		await doing(founded, head, addDays(day, 3 + 2 * index), '17:10', (ctx) =>
			did(agreeMemorandum(ctx, agreement), `agree to the memorandum at ${school}`),
		);
	}
}
