import { getContext, setContext } from 'svelte';

const key = Symbol('refusals');

/** What stands in the way of publishing, by the path of its field: fields of the editor show it beside themselves. */
export const provideRefusals = (all: Refusals): Refusals => setContext(key, all);

type Refusals = () => Readonly<Record<string, string>>;

/** Asked while a component begins; what it gives is asked again whenever the page has new answers. */
export function refusals(): { at(path: string): string | undefined; under(path: string): boolean } {
	const all = getContext<Refusals>(key);
	return {
		at: (path) => all()[path],
		under: (path) => Object.keys(all()).some((one) => one === path || one.startsWith(`${path}.`)),
	};
}
