import { asPeopleSay } from '#domain/calendar/day.ts';
import { inSeries } from '#domain/protocol/model.ts';
import { stageFor } from '#domain/protocol/of-kind.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { reviewers, type Facts } from '../facts.ts';

/** What the host tells its people: in full for staff and governors, and short for pupils. */
export interface Briefing {
	words: string;
	forPupils: string;
}

type About = { protocol: Protocol; facts: Facts; lines: readonly { question: string }[] };

/** The note as it is drafted from protocol and review, for the host to put into its own words (NFS-7). */
export const draftBriefing = (about: About): Briefing => ({
	words: forStaff(about),
	forPupils: forPupils(about),
});

function forStaff({ protocol, facts, lines }: About): string {
	const { confidentiality } = protocol.audience;
	const team = reviewers(facts).map(({ name, role }) => `${name} (${protocol.roles[role].one})`);
	return [
		`${day(facts)} ${team.length > 0 ? inSeries(team) : 'a small team from other schools'} will be with us. They come as colleagues, from schools like ours.`,
		`They look at one question: ${facts.focus}`,
		...(lines.length > 0
			? [['They will look into:', ...lines.map(({ question }) => `– ${question}`)].join('\n')]
			: []),
		'Nobody is being judged. Nobody writes down a teacher’s name or a pupil’s, and no teacher is given feedback on themselves. Teach as you always do: nothing needs to be prepared for show.',
		`What they see stays confidential. Each of them has agreed to this: ‘${confidentiality.statement}’ ${confidentiality.limits}`,
		whenTheyHear(protocol),
	].join('\n\n');
}

const forPupils = ({ facts }: About): string =>
	[
		`${day(facts)} some visitors are coming to our school. They are teachers and headteachers from other schools.`,
		`They would like to find out: ${facts.focus}`,
		'They may sit in on a lesson, look at your work or ask what you think. You can say what you really think, and you can say no. Nobody writes down your name.',
		'If something worries you, tell a grown-up you trust, as always.',
	].join('\n\n');

/** When staff are told what came of it, as the protocol's day has it and the workshop that follows (NFS-9, NFS-14). */
function whenTheyHear(protocol: Protocol): string {
	const met = protocol.day.blocks
		.filter((block) => block.for === 'all staff')
		.map(({ title }) => `‘${title}’`);
	const workshop = stageFor(protocol, 'workshop held');
	return [
		met.length > 0
			? `All of us meet the team on the day: ${inSeries(met)}.`
			: 'The headteacher hears first, and tells us what came of it.',
		...(workshop ? ['Afterwards we work out together what to do about it.'] : []),
	].join(' ');
}

const day = ({ firstDay }: Facts): string => (firstDay ? `On ${asPeopleSay(firstDay)}` : 'Soon');

/** What the kept note no longer says as it stands: the day or the question has changed since it was written. */
export function overtakenIn({ words, forPupils: short }: Briefing, { firstDay, focus }: Facts): string[] {
	const stands = [...(firstDay ? [asPeopleSay(firstDay)] : []), focus];
	return stands.filter((said) => !words.includes(said) || !short.includes(said));
}

/** What the protocol asks the host to say it has done before the day: telling staff is among it (NFS-7, CSC-30). */
export const beforeTheDay = ({ stages }: Pick<Protocol, 'stages'>): Stage[] =>
	stages.filter(
		({ done, who, when }) =>
			done === 'ticked' && who.includes('host') && when.anchor === 'first day' && when.offset.amount <= 0,
	);
