/** Words that say nothing of what a file is for, wherever they stand in its name. */
const vague = set('util utils utility utilities helper helpers misc stuff manager managers handler handlers');
/** Words that say nothing when they are the whole name of a file or folder. */
const vagueAlone = set('common shared types service services lib base core handle');

/** Files and folders named for nothing, and barrels. `date-helpers.ts` is told, and `types.ts`, not `column-types.ts`. */
export function nameFaults(files: string[]): string[] {
	return files.flatMap((file) => {
		const names = file.split(/[/.]/);
		const word = names.find(
			(name) => vagueAlone.has(name) || name.split('-').some((part) => vague.has(part)),
		);
		if (word) return [`${file}: "${word}" does not say what it is for`];
		return /(^|\/)index\.ts$/.test(file) ? [`${file}: a barrel hides where things come from`] : [];
	});
}

function set(words: string): Set<string> {
	return new Set(words.split(' '));
}
