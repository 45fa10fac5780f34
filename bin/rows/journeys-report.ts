/** The parts of Playwright's JSON report that are read here. */
export interface Suite {
	title: string;
	suites?: Suite[];
	specs?: {
		title: string;
		ok: boolean;
		tests: { annotations: { type: string; description?: string }[]; results: { status: string }[] }[];
	}[];
}

export interface JourneyResult {
	/** With the titles of the groups it stands in. */
	title: string;
	/** Row ids in the title, e.g. 'NFS-14'. */
	ids: string[];
	/** It ran and passed. One that was skipped has not. */
	passed: boolean;
	/** Route ids of the screens it saw. */
	screens: string[];
}

export function readJourneys(suites: Suite[], above: string[] = []): JourneyResult[] {
	return suites.flatMap((suite) => {
		const titles = [...above, suite.title];
		const own = (suite.specs ?? []).map((spec) => {
			const title = [...titles.slice(1), spec.title].join(' › ');
			const notes = spec.tests.flatMap((test) => test.annotations).filter((note) => note.type === 'screen');
			return {
				title,
				ids: title.match(/\b(HEP|KSA|CEN|CSC|NFS)-\d+\b/g) ?? [],
				passed: spec.ok && spec.tests.every((test) => test.results.at(-1)?.status === 'passed'),
				screens: [...new Set(notes.map((note) => note.description ?? ''))],
			};
		});
		return [...own, ...readJourneys(suite.suites ?? [], titles)];
	});
}

/** The journeys that bear an id, ran and passed. */
export function provenBy(id: string, journeys: JourneyResult[]): JourneyResult[] {
	return journeys.filter((journey) => journey.passed && journey.ids.includes(id));
}
