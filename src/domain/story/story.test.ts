import { expect, test } from 'vitest';
import { chapters, withoutSmall, type SchoolEvent } from './story.ts';

const event = (year: number, day: string | null = null): SchoolEvent => ({
	...{ id: day ?? String(year), kind: 'an inspection', year, day, words: 'Seen.' },
	...{ opened: true, toldBy: 'A', version: 1 },
});

test('CEN-8 reviews and what else happened stand by school year, the latest first; what has a year alone under that', () => {
	const told = chapters(
		[{ firstDay: '2016-11-10' }, { firstDay: '2017-05-04' }, { firstDay: '2017-10-05' }, { firstDay: null }],
		[event(2014), event(2016, '2016-03-10'), event(2016, '2016-12-01'), event(2017)],
		[{ id: 'a', kind: 'moderation', title: 'Year 5 writing', fromDay: '2017-10-12' }],
	);
	expect(
		told.map(({ title, reviews, events, together }) => [
			title,
			reviews.length,
			events.length,
			together.length,
		]),
	).toEqual([
		['2017-18', 1, 0, 1],
		['2017', 0, 1, 0],
		['2016-17', 2, 1, 0],
		['2015-16', 0, 1, 0],
		['2014', 0, 1, 0],
	]);
	expect(told[2]!.reviews.map(({ firstDay }) => firstDay)).toEqual(['2017-05-04', '2016-11-10']);
	expect(chapters([], [], [])).toEqual([]);
});

test('KSA-1 a share of so few pupils that they could be known is left out for others, and so is one of all but so few', () => {
	const year = {
		...{ schoolId: 'a', schoolYear: '2016-17', onRoll: 40, disadvantaged: 90, send: 2.5, eal: 0, moved: 50 },
		...{ enteredBy: 'A', version: 1 },
	};
	expect(withoutSmall(year, 6)).toMatchObject({
		onRoll: 40,
		disadvantaged: null,
		send: null,
		eal: 0,
		moved: 50,
	});
	expect(withoutSmall({ ...year, onRoll: 400 }, 6)).toMatchObject({ disadvantaged: 90, send: 2.5 });
});
