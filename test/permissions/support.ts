import { randomUUIDv7 } from 'node:crypto';
import { addDays } from '#domain/calendar/day.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { offerExpertise } from '#domain/support/deeds.server.ts';
import { tellOutcome, noteDay, thank } from '#domain/support/deployment/deeds.server.ts';
import { arrangeOutside } from '#domain/support/outside/deeds.server.ts';
import { agreeToHelp, proposeHelpers } from '#domain/support/proposing/deeds.server.ts';
import { askForSupport } from '#domain/support/request/deeds.server.ts';
import { requestById } from '#domain/support/request/queries.server.ts';
import { founder } from '../cast.ts';
import { did, doing } from '../demo/doing.ts';
import type { Founded } from '../demo/founding.ts';
import { headOf } from '../demo/heads.ts';

const origin = 'https://fresh-eyes.example';

/** The host asks for support, a member that reviews nothing there gives it, and is thanked: the two heads and the chair know of it. */
export async function supportTheHost(founded: Founded, today: string): Promise<void> {
	const { partnershipId, members } = founded;
	const [host, helper] = [headOf('bramblesea'), headOf('marrowfield')];
	const memberId = members.get('marrowfield')!;
	const on = { partnershipId, requestId: randomUUIDv7() };
	const before = addDays(today, -2);
	await doing(founded, helper, before, '10:00', async (ctx) => {
		const [theme] = await themesOf(ctx, partnershipId);
		const offer = { id: randomUUIDv7(), partnershipId, memberId, themeId: theme!.id, ways: ['visit us'] };
		await did(offerExpertise(ctx, { ...offer, words: 'Come and see.' }), 'offer to share');
	});
	await doing(founded, host, before, '10:01', async (ctx) => {
		const [theme] = await themesOf(ctx, partnershipId);
		const said = { themeId: theme!.id, words: 'Reading', byDay: today, mayName: 'yes' };
		const request = { id: on.requestId, partnershipId, memberId: members.get('bramblesea')!, ...said };
		await did(askForSupport(ctx, origin, request), 'ask for support');
	});
	await doing(founded, founder, before, '10:02', async (ctx) => {
		const asked = { kind: 'authority asked', provider: 'The county', words: 'Reading', day: before };
		await did(arrangeOutside(ctx, { ...on, id: randomUUIDv7(), ...asked }), 'ask the authority');
		await did(proposeHelpers(ctx, origin, { ...on, memberIds: memberId }), 'propose a school');
	});
	const deploymentId = await doing(founded, helper, before, '10:03', async (ctx) => {
		const [proposed] = (await requestById(ctx, partnershipId, on.requestId))!.helpers;
		const terms = { days: '1', fromDay: before, toDay: today, who: 'Our English lead' };
		await did(agreeToHelp(ctx, origin, { ...on, helperId: proposed!.id, ...terms }), 'agree to help');
		return (await requestById(ctx, partnershipId, on.requestId))!.deployments[0]!.id;
	});
	const deployed = { ...on, deploymentId };
	await doing(founded, host, before, '10:04', async (ctx) => {
		const day = { ...deployed, id: randomUUIDv7(), day: before, words: 'She taught with us.' };
		await did(noteDay(ctx, day), 'note a day of support');
		await did(tellOutcome(ctx, { ...deployed, number: '0', words: 'We read more.' }), 'tell what came of it');
		await did(thank(ctx, origin, { ...deployed, words: 'It helped.' }), 'say thank you');
	});
}
