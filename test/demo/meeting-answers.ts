import { addDays, asPeopleSay } from '#domain/calendar/day.ts';
import type { Answers } from '#domain/form/answer.ts';
import type { Meeting } from './story.ts';

/** The pre-review form as this partnership fills it in: much is the same at every school. */
export const meetingAnswers = (meeting: Meeting, day: string): Answers => ({
	context: meeting.context,
	...(meeting.sinceLast && { 'since-last': meeting.sinceLast }),
	organisation: meeting.organisation,
	information:
		'A page on the focus, the class lists and the last two sets of results, a week before, through the school office.',
	'host-in-observations': meeting.hostInObservations,
	confidentiality: true,
	dates: [
		{ day: asPeopleSay(day), time: '8.45 to 4' },
		{ day: asPeopleSay(day), time: '4 o’clock, ten minutes, in the staffroom' },
		{ day: asPeopleSay(addDays(day, 9)), time: 'After school' },
	],
	'host-time': 'Half an hour at the start of the day; talking it over from ten past three.',
	report: 'A short written report by the team, agreed before we leave and signed by all of us.',
	...(meeting.support && { support: meeting.support }),
});
