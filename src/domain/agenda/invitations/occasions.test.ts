import { expect, test } from 'vitest';
import { ofKind } from '#domain/protocol/of-kind.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { proposed } from '#domain/review/facts.example.ts';
import { occasionsOf } from './occasions.ts';

test('CSC-28 a joint session is called one in calendars, without the hours of a day in school', () => {
	const consortium = presetNamed('consortium');
	const onDay = (kind: string) =>
		occasionsOf('head', {
			facts: { ...proposed, kind },
			protocol: ofKind(consortium, kind),
			days: [proposed.firstDay!],
			slots: [],
		}).find(({ uid }) => uid.includes('-day-1-'));
	expect(onDay('desktop')).toMatchObject({
		title: `Peer review session with ${proposed.hostName}`,
		hours: null,
		usual: false,
	});
	expect(onDay('themed')).toMatchObject({ title: `Peer review at ${proposed.hostName}`, usual: true });
});
