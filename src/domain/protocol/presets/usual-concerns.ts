import type { ProtocolDraft } from '../protocol.ts';

/** CSC-5: no protocol goes without it. */
export const concerns: ProtocolDraft['concerns'] = {
	kinds: [
		{ key: 'safeguarding', label: 'A child’s safety' },
		{ key: 'unsafe', label: 'Something unsafe or unethical' },
		{ key: 'practice', label: 'Seriously poor practice' },
		{ key: 'other', label: 'Something else that cannot wait' },
	],
	tell: ['headteacher', 'designated safeguarding lead', 'deputy headteacher'],
	tellAboutHead: ['chair of governors', 'designated contact'],
	minutes: 10,
	reviewerReads:
		'Go and speak to them now, in person. Follow the school’s own procedure: this does not take its place. Write nothing here about what you saw.',
};

export const confidentiality: ProtocolDraft['audience']['confidentiality'] = {
	statement:
		'What I see and hear in this review stays with those this protocol names. I speak of it to nobody else, take no papers away, and name no pupil and no single member of staff in anything I write.',
	limits:
		'Confidential does not mean secret by law. Schools are public bodies, and someone may ask for a document under the Freedom of Information Act. A concern about a child’s safety is always passed on.',
};
