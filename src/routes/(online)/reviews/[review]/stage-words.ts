import type { HeldAs } from '#domain/protocol/of-kind.ts';
import type { Stage } from '#domain/review/stage.ts';

/** Where a review stands, as a sentence. */
export const stageWords = (heldAs: HeldAs): Record<Stage, string> => ({
	proposed: 'This review is proposed.',
	agreed: 'Host and team have said yes.',
	prepared: `Everything is ready for the ${heldAs}.`,
	'on the day': 'The review is under way.',
	writing: `The ${heldAs === 'day' ? 'visit' : 'session'} is over; the report is being written.`,
	'agreed by the team': 'The report is signed. It waits to be published.',
	published: 'The report is published.',
	'followed up': 'Next steps are planned and under way.',
	'looked back': 'Both sides have looked back.',
	closed: 'This review is closed.',
	deferred: 'This review is put off.',
	cancelled: 'This review is called off.',
});

/** How what still stands before the next stage is introduced; nothing where only time has to pass. */
export const nextWords = (heldAs: HeldAs): Partial<Record<Stage, string>> => ({
	agreed: 'Before it is agreed:',
	prepared: `Before the ${heldAs}:`,
	'agreed by the team': 'Before the report is agreed:',
	published: 'Next:',
	'followed up': 'Next:',
	'looked back': 'Later:',
	closed: 'At the end:',
});
