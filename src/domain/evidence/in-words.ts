import type { Day } from './day.ts';

/** What somebody said in a form of the day, in the words of its labels: no key of ours, and no id. */
export function inWords(
	body: Readonly<Record<string, unknown>>,
	day: Day | undefined,
): { label: string; said: string }[] {
	const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '');
	const named = (list: readonly { value: string; label: string }[] | undefined, key: string) =>
		list?.find(({ value }) => value === key)?.label ?? key;
	const line = day?.lines.find(({ id }) => id === text('lineId'));
	const yes = (name: string) => (text(name) === '' ? '' : 'Yes');
	return [
		{ label: day?.columns.seen ?? 'What was seen', said: text('seen') },
		{ label: day?.columns.soWhat ?? 'So what', said: text('soWhat') },
		{ label: 'Kind of evidence', said: named(day?.kinds, text('kind')) },
		{ label: 'Where it comes from', said: named(day?.sources, text('source')) },
		{ label: 'Line of enquiry', said: line ? `${line.letter}. ${line.question}` : '' },
		{ label: 'During', said: day?.activities.find(({ id }) => id === text('activityId'))?.title ?? '' },
		{ label: 'Year group', said: text('pupilYear') },
		{ label: 'A pupil’s own words', said: yes('pupilWords') },
		{ label: 'Differs from the school’s own view', said: yes('contradictsHost') },
		{ label: 'Outside the focus', said: yes('outsideFocus') },
		{ label: 'What the photo shows', said: text('description') },
		{ label: 'Why it is withdrawn', said: text('reason') },
	].filter(({ said }) => said !== '');
}
