import { presets } from '#domain/protocol/presets/presets.ts';
import { beFirst, somebody } from './people/coming-in.ts';
import * as editing from './people/editing.ts';
import { choices, expectRefused, field, press, section, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'imported protocol' });

const chair = somebody('Leopold Quarrystone');

/** A protocol as another partnership might write it by hand, wrong in five ways. */
function contradictory(): string {
	const protocol = structuredClone(presets.find(({ key }) => key === 'blank')!.protocol);
	const stage = (key: string) => protocol.stages.find((one) => one.key === key)!;
	stage('actions').when = { anchor: 'report published', offset: { amount: -3, unit: 'weeks' } };
	stage('accept').when.anchor = 'stage:plan';
	stage('plan').when = { anchor: 'stage:accept', offset: { amount: 1, unit: 'weeks' } };
	stage('report').who = ['expert'];
	protocol.team.expert = 'never';
	protocol.audience.things.evidence.ceiling.push('partner');
	return JSON.stringify(protocol);
}

test('a protocol from elsewhere that contradicts itself is shown with each reason at its field, and mended there', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await beFirst(product, page, chair);
	const partnership = await founding.found(page, 'Careful Readers', 'trio');
	await founding.addSchool(page, partnership, { urns: [114747], name: 'Mayflower' });
	await page.goto(`${partnership}/agreements/memorandum/write`);
	const circles = choices(page, 'Who may ever read something from a review');
	await circles.getByLabel(/^The staff of the school/).check();
	await circles.getByLabel(/^The governors of the school/).check();
	await press(page, 'Publish and ask every head');
	await expect(page).toHaveURL(`${partnership}/agreements`);

	await page.goto(`${partnership}/protocol`);
	await test.step('a protocol that goes further than the memorandum is refused with the circles by name, and the way there', async () => {
		const family = page.getByRole('radio', { name: /^Family with independent chair/ });
		await family.check();
		await press(page, 'Publish it as it is');
		await expect(
			page.getByText(/^This one opens something to the improvement champion of the review/),
		).toBeVisible();
		await expect(family).toBeChecked();
		await page.getByRole('link', { name: 'See and change whom it names' }).click();
		await expect(circles.getByLabel(/^The governors of the school/)).toBeChecked();
		await page.goto(`${partnership}/protocol`);
	});
	const bringing = await unfold(page, 'Bring one from a file…');
	const file = field(bringing, 'Protocol of another partnership');
	await file.setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
	await press(bringing, 'Open it as a draft');
	await expectRefused(file, 'This file is no protocol of a form that is known here.');
	await file.setInputFiles({
		name: 'protocol.json',
		mimeType: 'application/json',
		buffer: Buffer.from(contradictory()),
	});
	await press(bringing, 'Open it as a draft');

	const inTheWay = section(page, 'What stands in the way');
	await expect(inTheWay.getByRole('listitem')).toHaveText([
		/What happens when.*This stage waits, in the end, for itself/,
		/What happens when.*This stage waits, in the end, for itself/,
		/What happens when.*A stage cannot be due before what it is counted from/,
		/What happens when.*By this protocol nobody holds that role/,
	]);
	await expect(page.getByRole('button', { name: /^Publish version/ })).toHaveCount(0);
	const draft = new URL(page.url()).pathname;
	await expectGoodPage(page);

	await editing.openPart(page, draft, 'What happens when');
	await expectGoodPage(page);
	const stages = editing.list(page, 'What happens when');
	const actions = await editing.entry(stages, 'Plan the actions');
	await expectRefused(field(actions, 'How many'), 'A stage cannot be due before what it is counted from.');
	const report = await editing.entry(stages, 'Finish and sign the report');
	await expectRefused(choices(report, 'Who does it'), 'By this protocol nobody holds that role.');
	const accept = await editing.entry(stages, 'Accept the review and its date');
	await expect(accept).toContainText('This stage waits, in the end, for itself.');

	await editing.writeStage(actions, { when: [3, 'School weeks', 'The report is published'] });
	await editing.writeStage(report, { who: ['Reviewers'] });
	await editing.writeStage(accept, { when: [5, 'School days', 'The day it is proposed'] });
	await expect(section(page, 'What this means for a review').getByRole('listitem')).toHaveCount(8);

	await test.step('what the memorandum does not open is refused too', async () => {
		await page.goto(draft);
		await expect(inTheWay.getByRole('listitem')).toHaveText([
			/Who reads what.*Your memorandum opens nothing to outside partners/,
		]);
		await expect(
			inTheWay.getByRole('link', { name: 'write the next version of the memorandum' }),
		).toBeVisible();
		await inTheWay.getByRole('link', { name: 'Who reads what' }).click();
		const evidence = await editing.fold(page, 'Evidence');
		const opened = choices(evidence, 'To whom the host may open it');
		await expectRefused(
			opened,
			'Your memorandum opens nothing to outside partners, such as the local authority.',
		);
		await opened.getByLabel('The outside partner').uncheck();
		await editing.expectSaved(page);
	});
	await editing.publishDraft(page, draft, 'Mended, it suits us.');
});
