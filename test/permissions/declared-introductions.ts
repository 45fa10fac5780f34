import type { Declared } from './declaration.ts';
import type { World } from './world.ts';
import { boundTeam } from './declared-review.ts';

const over = '2000-01-01';
const said = { way: 'come and see', about: 'Reading', givingStaff: 'a teacher', gainingStaff: 'ours' };
const offered = ({ otherMemberId }: World) => ({
	...said,
	otherId: otherMemberId,
	gives: 'they',
	due: over,
});
const one = ({ partnershipId, things }: World) => ({
	...{ partnershipId, introductionId: things.past.introduction },
});

/** Offers of staff to meet, which whoever made them and the heads of both schools read; and what schools wish to work on together. */
export const introductionRoutes: Record<string, Declared> = {
	'/reviews/[review]/in-touch': {
		in: 'past',
		seen: [...boundTeam, 'host head'],
		deeds: {
			offer: {
				by: [...boundTeam, 'host head'],
				form: (world, fresh) => ({ ...offered(world), id: fresh }),
			},
			change: { by: ['host head'], form: (world) => ({ ...one(world), ...said, version: '9', due: over }) },
			met: { by: ['host head'], form: (world) => ({ ...one(world), metOn: over }) },
			giveUp: { by: ['host head'], form: (world) => ({ ...one(world), because: 'Ill.' }) },
		},
	},
	'/partnerships/[partnership]/schools/[member]/in-touch': {
		seen: ['host head'],
		deeds: {
			wish: { by: ['host head'], form: (_, fresh) => ({ id: fresh, themeId: fresh, words: '' }) },
			takeBack: { by: ['host head'], form: (_, fresh) => ({ wishId: fresh }) },
			offer: {
				by: ['host head'],
				form: (world, fresh) => ({ ...offered(world), id: fresh, themeId: fresh }),
			},
			change: { by: ['host head'], form: (world) => ({ ...one(world), ...said, version: '9', due: over }) },
			met: { by: ['host head'], form: (world) => ({ ...one(world), metOn: over }) },
			giveUp: { by: ['host head'], form: (world) => ({ ...one(world), because: 'Ill.' }) },
		},
	},
};
