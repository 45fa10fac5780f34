import type { ProtocolDraft } from '../protocol.ts';

/** What most partnerships begin from. A preset takes these as they are or writes its own. */
export const evidenceKinds: ProtocolDraft['evidence']['kinds'] = [
	{ key: 'strength', label: 'Strength' },
	{ key: 'question', label: 'Question' },
	{ key: 'development', label: 'Area for development' },
	{ key: 'note', label: 'Note' },
];

/** Of these the ones that celebrate. */
export const celebrationKinds = ['strength'];

/** Of these the ones that say what could be better. */
export const developmentKinds = ['development'];

/** NFS-19, with the ways of looking of KSA-5 */
export const evidenceSources: ProtocolDraft['evidence']['sources'] = [
	{ key: 'observation', label: 'Lesson observation' },
	{ key: 'learning-walk', label: 'Learning walk' },
	{ key: 'work-scrutiny', label: 'Looking at pupils’ work' },
	{ key: 'pupils', label: 'Talking with pupils' },
	{ key: 'reading', label: 'Hearing pupils read' },
	{ key: 'leaders', label: 'Talking with leaders' },
	{ key: 'staff', label: 'Talking with staff' },
	{ key: 'pupil-survey', label: 'Survey of pupils' },
	{ key: 'parent-survey', label: 'Survey of parents' },
	{ key: 'school-data', label: 'The school’s own data' },
	{ key: 'national-data', label: 'National data' },
	{ key: 'authority-review', label: 'Review by the local authority' },
	{ key: 'moderation', label: 'Moderation by others' },
	{ key: 'inspection', label: 'Inspection report' },
	{ key: 'church-inspection', label: 'Church school inspection (SIAMS)' },
	{ key: 'documents', label: 'Plans and policies' },
];

/** KSA-5 */
export const activityKinds: ProtocolDraft['day']['activityKinds'] = [
	{ key: 'senior-leaders', label: 'Interview with senior leaders' },
	{ key: 'subject-leaders', label: 'Interview with subject leaders' },
	{ key: 'staff', label: 'Interview with other staff' },
	{ key: 'pupils', label: 'Interview with pupils' },
	{ key: 'reading', label: 'Reading with children' },
	{ key: 'observation', label: 'Learning observation' },
	{ key: 'books', label: 'Book scrutiny' },
	{ key: 'data', label: 'Data analysis' },
	{ key: 'learning-walk', label: 'Learning walk' },
	{ key: 'team-time', label: 'Team discussion' },
	{ key: 'feedback', label: 'Feedback' },
	{ key: 'break', label: 'Break' },
];

/** Of these the ones that are no work. */
export const breaks = ['break'];

/** KSA-8 */
const focusKinds: ProtocolDraft['focus']['kinds'] = [
	{ key: 'current-priority', label: 'A priority we are working on now' },
	{ key: 'embedded', label: 'Check that earlier work has lasted' },
	{ key: 'confirm', label: 'Confirm work we think is done' },
];

/** NFS-6 */
const focusSources: ProtocolDraft['focus']['sources'] = [
	{ key: 'self-evaluation', label: 'The school’s self-evaluation (SEF)' },
	{ key: 'improvement-plan', label: 'The improvement plan (SIP or SDP)' },
	{ key: 'inspection', label: 'An inspection' },
	{ key: 'data', label: 'Results and other data' },
];

/** The host chooses what is looked at (NFS-6). */
export const usualFocus: ProtocolDraft['focus'] = {
	kinds: focusKinds,
	sources: focusSources,
	decidedBy: ['host'],
	linesAtMost: 6,
	lastReview: 'left to the host',
};
