import type { Declared } from './declaration.ts';

const arrange = '/partnerships/[partnership]/plan/[cycle]/arrange';
const lead: Declared['seen'] = ['chair'];
/** Of a version that is never reached: nothing is done, and whoever may hears that somebody else changed it. */
const late = { version: '999' };

/** Routes of arrangements: for whoever leads the partnership, and for nobody else. */
export const arrangingRoutes: Record<string, Declared> = {
	[arrange]: {
		seen: lead,
		deeds: { default: { by: ['chair'], form: (_, fresh) => ({ id: fresh, name: fresh }) } },
	},
	[`${arrange}/[arrangement]`]: {
		seen: lead,
		deeds: {
			toWeek: {
				by: ['chair'],
				form: ({ things }) => ({ ...late, reviewId: things.today.turn, week: '2027-03-01' }),
			},
			moveSeat: {
				by: ['chair'],
				form: ({ things }, fresh) => ({ ...late, reviewId: things.today.turn, personId: fresh }),
			},
			undo: { by: ['chair'], form: () => late },
			ask: { by: ['chair'], form: (_, fresh) => ({ id: fresh }) },
		},
	},
	[`${arrange}/[arrangement]/[turn]`]: {
		seen: lead,
		deeds: {
			move: { by: ['chair'], form: () => ({ ...late, day: '2027-03-01' }) },
			seat: { by: ['chair'], form: (_, fresh) => ({ ...late, personId: fresh, role: 'reviewer' }) },
			unseat: { by: ['chair'], form: (_, fresh) => ({ ...late, personId: fresh }) },
			stay: { by: ['chair'], form: () => ({ ...late, stays: 'yes' }) },
			agreed: { by: ['chair'], form: () => late },
			undo: { by: ['chair'], form: () => late },
		},
	},
	[`${arrange}/[arrangement]/wishes`]: {
		seen: lead,
		deeds: {
			default: {
				by: ['chair'],
				form: () => ({ ...late, notBefore: '2027-01-04', near: '10', competing: '1' }),
			},
		},
	},
	[`${arrange}/[arrangement]/compare`]: { seen: lead },
	[`${arrange}/[arrangement]/confirm`]: {
		seen: lead,
		deeds: {
			default: {
				by: ['chair'],
				form: () => ({
					...late,
					focus: 'Later',
					focusKind: 'theirs',
					focusSource: 'theirs',
					seal: 'x'.repeat(64),
				}),
			},
		},
	},
	[`${arrange}/[arrangement]/proposed/[proposed]`]: {
		seen: lead,
		deeds: { stop: { by: ['chair'], form: () => ({}) }, takeUp: { by: ['chair'], form: () => late } },
	},
};
