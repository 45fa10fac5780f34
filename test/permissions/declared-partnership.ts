import type { Declared } from './declaration.ts';
import { members } from './roles.ts';

const organisers = ['chair', 'administrator'] as const;
const never = '2000-01-01';
const groupsOwn = [...organisers, 'host head'] as const;

/** Routes of one partnership. Those who stand in it see its frame; who runs it changes it. */
export const partnershipRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]': { seen: members },
	'/partnerships/[partnership]/agreements': {
		seen: members,
		deeds: {
			agree: {
				by: ['host head'],
				form: ({ hostMemberId, things }) => ({
					memberId: hostMemberId,
					versionId: things.today.memorandumVersion,
					typedName: 'Somebody Else',
				}),
			},
			remind: { by: organisers, form: () => ({}) },
		},
	},
	'/partnerships/[partnership]/agreements/memorandum/[version]': { seen: members },
	'/partnerships/[partnership]/agreements/memorandum/write': {
		seen: ['chair'],
		deeds: {
			default: {
				by: ['chair'],
				form: (_, fresh) => ({
					id: fresh,
					version: '1',
					title: 'Memorandum',
					purpose: 'To learn.',
					commitments: 'We come.',
					expectations: 'We are heard.',
					peerReview: 'We review one another.',
					reason: 'None.',
				}),
			},
		},
	},
	'/partnerships/[partnership]/themes': {
		seen: members,
		deeds: {
			add: {
				by: ['chair'],
				form: (_, fresh) => ({ id: fresh, label: `Theme ${fresh}`, keywords: 'one, two' }),
			},
			change: {
				by: ['chair'],
				form: (_, fresh) => ({
					themeId: fresh,
					version: '1',
					label: 'Another',
					keywords: '',
					use: 'retired',
				}),
				after: { by: 'chair', deed: 'add' },
			},
		},
	},
	'/partnerships/[partnership]/calendar': { seen: members },
	'/partnerships/[partnership]/calendar/[year]': { seen: members },
	'/partnerships/[partnership]/calendar/[year]/enter': {
		seen: organisers,
		deeds: {
			read: { by: organisers, form: () => ({ text: 'no dates' }) },
			save: { by: organisers, form: () => ({ version: '0' }) },
			remove: { by: organisers, form: () => ({ version: '9' }) },
		},
	},
	'/partnerships/[partnership]/calendar/[year]/enter/[member]': {
		seen: [...organisers, 'host head'],
		deeds: {
			read: { by: [...organisers, 'host head'], form: () => ({ text: 'no dates' }) },
			save: { by: [...organisers, 'host head'], form: () => ({ version: '0' }) },
			remove: { by: [...organisers, 'host head'], form: () => ({ version: '9' }) },
		},
	},
	'/partnerships/[partnership]/groups': {
		seen: members,
		deeds: {
			lead: {
				by: organisers,
				form: ({ things, people }) => ({ groupId: things.past.group, leadId: people.past['host head'] }),
			},
			form: {
				by: organisers,
				form: ({ hostMemberId, otherMemberId }, fresh) => ({
					id: fresh,
					name: fresh,
					schoolYear: '2026-27',
					memberIds: [hostMemberId, otherMemberId],
				}),
			},
		},
	},
	'/partnerships/[partnership]/groups/ready': { seen: members },
	// The host's group: its lead heads another school of it, and the member head one of another group.
	'/partnerships/[partnership]/groups/[group]': {
		seen: members,
		deeds: {
			focus: { by: groupsOwn, form: () => ({ version: '9', words: 'Reading' }) },
			add: { by: groupsOwn, form: (_, fresh) => ({ id: fresh, form: 'question', words: 'Who reads?' }) },
			change: {
				by: groupsOwn,
				form: ({ things }) => ({
					itemId: things.today.item,
					version: '9',
					form: 'question',
					words: 'Who reads?',
				}),
			},
			drop: { by: groupsOwn, form: ({ things }) => ({ itemId: things.today.item }) },
			part: {
				by: groupsOwn,
				form: ({ hostMemberId }) => ({ memberId: hostMemberId, version: '9', aspect: 'Reading' }),
			},
			choose: {
				by: groupsOwn,
				form: (_, fresh) => ({ id: fresh, measure: 'early years entry', together: 'all' }),
			},
			takeOff: { by: groupsOwn, form: ({ things }) => ({ dataId: things.today.groupData }) },
		},
	},
	'/partnerships/[partnership]/protocol': {
		seen: members,
		deeds: {
			publish: { by: ['chair'], form: (_, fresh) => ({ id: fresh, preset: 'none of them' }) },
			begin: { by: ['chair'], form: (_, fresh) => ({ id: fresh, preset: 'none of them' }) },
			import: { by: ['chair'], form: (_, fresh) => ({ id: fresh, file: 'no protocol' }) },
			agree: {
				by: ['host head'],
				form: ({ hostMemberId, things }) => ({
					memberId: hostMemberId,
					versionId: things.today.protocolVersion,
					typedName: 'Somebody Else',
				}),
			},
		},
	},
	'/partnerships/[partnership]/protocol/drafts/[draft]': {
		seen: members,
		deeds: {
			title: { by: ['chair'], in: 'past', form: () => ({ title: 'Ours' }) },
			submit: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh, reason: 'Why not.' }) },
			back: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh }) },
			drop: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh }) },
			publish: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh, reason: 'Why not.' }) },
			return: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh, reason: 'Why not.' }) },
			along: { by: ['chair'], in: 'past', form: (_, fresh) => ({ id: fresh, ontoId: fresh }) },
			putback: { by: ['chair'], in: 'past', form: () => ({ part: 'day', before: 'another' }) },
			remark: { by: members, form: (_, fresh) => ({ id: fresh, words: 'Why?' }) },
		},
	},
	'/partnerships/[partnership]/protocol/drafts/[draft]/[part]': {
		seen: ['chair'],
		deeds: { save: { by: ['chair'], form: () => ({ before: 'another' }) } },
	},
	'/partnerships/[partnership]/protocol/versions/[number]': { seen: members },
	'/partnerships/[partnership]/protocol/process-sheet': {
		seen: members,
		deeds: {
			takeover: { by: ['chair'], form: (_, fresh) => ({ id: fresh, groupId: fresh, part: 'day' }) },
		},
	},
	'/partnerships/[partnership]/protocol/protocol.json': { seen: members },
	'/partnerships/[partnership]/reviews/new': {
		seen: [...organisers, 'member head', 'host head', 'reviewer'],
		deeds: {
			default: {
				by: [...organisers, 'host head'],
				form: ({ hostMemberId }, fresh) => ({
					id: fresh,
					hostMemberId,
					kind: 'none of them',
					focus: 'Reading',
					focusKind: 'none',
					focusSource: 'none',
					firstDay: never,
					days: '1',
				}),
			},
		},
	},
	'/partnerships/[partnership]/schools': {
		seen: members,
		deeds: {
			leave: {
				by: organisers,
				form: ({ hostMemberId }) => ({ memberId: hostMemberId, untilDay: never }),
			},
		},
	},
	'/partnerships/[partnership]/schools/add': {
		seen: members,
		deeds: { default: { by: organisers, form: (_, fresh) => ({ id: fresh, fromDay: '2026-09-01' }) } },
	},
	'/partnerships/[partnership]/schools/[member]': { seen: members },
	'/partnerships/[partnership]/schools/[member]/contacts': {
		seen: ['host head'],
		deeds: { default: { by: ['host head'], form: () => ({ version: '9', headteacherName: 'Nobody' }) } },
	},
};
