import type { PersonKey } from '../cast.ts';
import type { Founded } from './founding.ts';
import { headOf } from './heads.ts';
import type { Story } from './story.ts';
import { followUp, lookBack } from './telling/following-up.ts';
import { accept, prepare, propose } from './telling/preparing.ts';
import { capture, write } from './telling/reviewing.ts';
import type { Telling } from './telling/telling.ts';

/** How far a review is told. */
export type Until = 'accepted' | 'on the day' | 'published' | 'the end';

/** Lets the cast live through one review, from its proposal to `until` or to where the present day cuts it off. Gives its id. */
export async function tell(
	founded: Founded,
	story: Story,
	{ day, days }: { day: string; days: number },
	until: Until,
	newId: () => string,
): Promise<string> {
	const telling: Telling = {
		founded,
		story,
		id: newId(),
		day,
		newId,
		host: headOf(story.host),
		team: Object.keys(story.team) as PersonKey[],
		lines: new Map(),
		slots: new Map(),
		evidence: [],
		findings: [],
	};
	await propose(telling, days);
	await accept(telling, until === 'accepted');
	if (until === 'accepted') return telling.id;
	await prepare(telling);
	await capture(telling);
	if (until === 'on the day') return telling.id;
	await write(telling);
	if (until === 'published') return telling.id;
	await followUp(telling);
	await lookBack(telling);
	return telling.id;
}
