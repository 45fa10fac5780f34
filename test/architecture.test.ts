import { describe, expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import { protocolJsonSchema } from '#domain/protocol/schema.ts';
import { projectRoot } from '#platform/project-root.ts';
import { browserFaults } from './architecture/browser-reach.ts';
import {
	concernFaults,
	layerFaults,
	orderFaults,
	storeFaults,
	unknownConcepts,
} from './architecture/layers.ts';
import { parseModule, readModules } from './architecture/modules.ts';
import { nameFaults } from './architecture/names.ts';
import { keyFaults, presetFaults, readSources } from './architecture/presets.ts';
import { realPartnerships } from './real-partnerships.ts';

/** Where the partnerships are of which the presets are shaped. */
const places = ['Harwich', 'Saffron Walden', 'Chelmsford', 'Colchester', 'Notley', 'Moulsham'];
const known = {
	keys: presets.map(({ key }) => key),
	names: [
		...presets.flatMap(({ title, protocol }) => [title, protocol.title]),
		...realPartnerships.flatMap(({ name, members }) => [name, ...members.map((member) => member.name)]),
		...places,
	],
};
const ownKeys = presets.flatMap(({ protocol }) => [
	...[
		protocol.kinds,
		protocol.stages,
		protocol.focus.kinds,
		protocol.focus.sources,
		protocol.day.activityKinds,
		protocol.evidence.kinds,
		protocol.evidence.sources,
		protocol.report.headings,
		protocol.report.remarks,
		protocol.concerns.kinds,
		...Object.values(protocol.forms).map(({ questions }) => questions),
	].flatMap((list) => list.map(({ key }) => key)),
	...Object.keys(protocol.forms),
]);
/** The schema's own words: its fields and its choices. */
const schemaWords = new Set<unknown>();
JSON.stringify(protocolJsonSchema, (name, value: unknown) => {
	schemaWords.add(name).add(value);
	return value;
});
const listKeys = [...new Set(ownKeys)].filter((key) => !schemaWords.has(key));
/** What else a word means, where. */
const homonyms = {
	baseline: ['src/domain/agenda/readable.server.ts', 'src/domain/improvement/baseline/'],
	break: ['src/domain/calendar/', 'src/routes/(online)/partnerships/[partnership]/calendar/'],
	change: ['src/routes/(online)/reviews/[review]/timetable/+page.server.ts'],
	impact: [
		'src/domain/agenda/readable.server.ts',
		'src/domain/improvement/impact/',
		'src/domain/workshop/room/',
	],
	moderation: ['src/domain/event/', 'src/routes/(online)/partnerships/[partnership]/events/'],
	progress: ['src/domain/improvement/queries.server.ts', 'src/domain/outcome/measures.ts'],
	question: [
		'src/domain/improvement/queries.server.ts',
		'src/domain/partnership/group-focus/',
		'src/domain/workshop/room/',
	],
	pupils: [
		'src/domain/improvement/baseline/',
		'src/domain/improvement/impact/',
		'src/domain/outcome/',
		'src/domain/register/',
		'src/routes/(online)/partnerships/[partnership]/outcomes/',
	],
	reading: ['src/domain/outcome/'],
	review: ['src/domain/agenda/', 'src/domain/review/', 'src/domain/protocol/words/'],
	value: ['src/domain/outcome/', 'src/domain/protocol/editor/in-a-line.ts'],
};
const product = readModules(projectRoot, ['src', 'db', 'bin', 'bench', 'test']);

describe('the product', () => {
	test('screens use concepts, concepts use capabilities, never the other way', () => {
		expect(layerFaults(product)).toEqual([]);
	});
	test('a concept imports only those before it', () => {
		expect(orderFaults(product)).toEqual([]);
		expect(unknownConcepts(product)).toEqual([]);
	});
	test('nothing reaches a concern but a screen', () => {
		expect(concernFaults(product)).toEqual([]);
	});
	test("a concept's tables are written by its own folder", () => {
		expect(storeFaults(product)).toEqual([]);
	});
	test('nothing a browser loads reaches the server', () => {
		expect(browserFaults(product)).toEqual([]);
	});
	test('code knows no preset and no partnership by name', () => {
		expect(presetFaults(readSources(projectRoot, ['src', 'bin', 'db']), known)).toEqual([]);
	});
	test('code knows no kind, source, heading, stage or form by the key that a preset gives it', () => {
		expect(listKeys.length).toBeGreaterThan(80);
		expect(keyFaults(readSources(projectRoot, ['src']), listKeys, homonyms)).toEqual([]);
	});
	test('every file is named for what it is for', () => {
		expect(nameFaults(product.map((module) => module.file))).toEqual([]);
	});
});

describe('planted faults are found', () => {
	const planted = (files: Record<string, string>) =>
		Object.entries(files).map(([file, text]) => parseModule(file, text));

	test('a capability that knows the domain', () => {
		const files = planted({
			'src/platform/mail/post.ts': `import type { Review } from '#domain/review/model.ts';`,
		});
		expect(layerFaults(files)).toHaveLength(1);
	});
	test('a design system that knows a screen, the domain or a capability', () => {
		const files = planted({
			'src/ui/Badge.svelte': `<script lang="ts">
				import { mayCapture } from '../domain/evidence/access.ts';
				import '#platform/env.ts';
				export { load } from '../routes/+page.ts';
			</script>`,
		});
		expect(layerFaults(files)).toHaveLength(3);
	});
	test('a concept that imports a screen, or the design system by a dynamic import', () => {
		const files = planted({
			'src/domain/report/print.ts': `import '../../routes/answer.ts'; await import('#ui/text/Mark.svelte');`,
		});
		expect(layerFaults(files)).toHaveLength(2);
	});
	test('a concept that imports a later one, even a type alone and written inline', () => {
		const files = planted({
			'src/domain/review/model.ts': `export type Next = import('#domain/agenda/model.ts').Due;`,
			'src/domain/calendar/day.ts': `import { type Review } from '../review/model.ts';`,
			'src/domain/evidence/model.ts': `import type { Review } from '#domain/review/model.ts';`,
		});
		expect(orderFaults(files)).toHaveLength(2);
	});
	test('a concept that imports what stands beside the concepts, and a folder without a place', () => {
		const files = planted({
			'src/domain/report/actions.server.ts': `import { everything } from '../everything.ts';`,
			'src/domain/gossip/model.ts': '',
		});
		expect(orderFaults(files)).toHaveLength(1);
		expect(unknownConcepts(files)).toEqual(['src/domain/gossip has no place in the order']);
	});
	test('a concern reached from another concept, and not one from its screen', () => {
		const files = planted({
			'src/domain/report/queries.server.ts': `import { raised } from '#domain/concern/queries.server.ts';`,
			'src/routes/concerns/+page.server.ts': `import { raised } from '#domain/concern/queries.server.ts';`,
		});
		expect(concernFaults(files)).toHaveLength(1);
	});
	test('a store used outside its folder', () => {
		const files = planted({
			'src/domain/report/actions.server.ts': `import { keep } from '#domain/evidence/store.server.ts';`,
			'src/domain/evidence/actions.server.ts': `import { keep } from './store.server.ts';`,
			'src/domain/improvement/queries.server.ts': `import { endRelease } from '../report/report-store.server.ts';`,
		});
		expect(storeFaults(files)).toHaveLength(2);
	});
	test('a screen or a model that reaches the server, at any distance; a type may be named', () => {
		const files = planted({
			'src/routes/day/+page.svelte': `<script>import { counts } from '#domain/evidence/model.ts';</script>`,
			'src/domain/evidence/model.ts': `import { digest } from './digest.ts';`,
			'src/domain/evidence/digest.ts': `import { createHash } from 'node:crypto';`,
			'src/domain/evidence/input.ts': `import { recent } from './queries.server.ts';`,
			'src/domain/report/model.ts': `import type { Row } from './queries.server.ts';`,
		});
		expect(browserFaults(files)).toHaveLength(3);
	});
	test('a screen that reaches a schema; what is written for both may', () => {
		const files = planted({
			'src/routes/day/+page.svelte': `<script>import { most } from '#domain/evidence/input.ts';</script>`,
			'src/domain/evidence/input.ts': `import { z } from 'zod';`,
		});
		expect(browserFaults(files)).toEqual([
			'src/routes/day/+page.svelte reaches zod (by src/domain/evidence/input.ts)',
		]);
	});
	test('code that knows a preset by its key, its title or its file, or a partnership or a school of one', () => {
		const planted = [
			`if (preset === 'trios') return 3;`,
			`{#if protocol.title === 'Network of schools in clusters'}`,
			`import { family } from '#domain/protocol/presets/family.ts';`,
			`<p>As they do in Notley.</p>`,
			`const exempt = ['The Mayflower primary school'];`,
		];
		for (const text of planted) {
			expect(presetFaults([{ file: 'src/domain/report/model.ts', text }], known)).toHaveLength(1);
			expect(presetFaults([{ file: 'src/domain/protocol/presets/trios.ts', text }], known)).toEqual([]);
		}
	});
	test('code that knows a kind of finding, a kind of activity, a stage or a question of a form by its key', () => {
		const planted = [
			`export const developmentKind = 'development';`,
			`const tiring = entries.filter(({ kind }) => kind !== 'break');`,
			`{#if stage.when.anchor === 'stage:brief-staff'}`,
			`const said = answers['since-last'];`,
		];
		for (const text of planted) {
			const at = (file: string) => keyFaults([{ file, text }], listKeys, homonyms);
			expect(at('src/domain/report/flags.ts')).toHaveLength(1);
			expect(at('src/routes/(online)/reviews/[review]/timetable/+page.server.ts')).toHaveLength(1);
			expect(at('src/domain/protocol/presets/trios.ts')).toEqual([]);
		}
		expect(
			keyFaults([{ file: 'src/domain/calendar/input.ts', text: `['break']` }], listKeys, homonyms),
		).toEqual([]);
	});
	test('a vague name and a barrel', () => {
		const vague = [
			'src/domain/review/date-helpers.ts',
			'src/platform/utils/text.ts',
			'src/domain/aim/types.ts',
		];
		expect(nameFaults([...vague, 'src/ui/index.ts'])).toHaveLength(4);
		expect(nameFaults(['src/hooks.server.ts', 'src/platform/db/column-types.ts'])).toEqual([]);
	});
});
