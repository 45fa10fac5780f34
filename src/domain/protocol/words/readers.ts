import { audienceInWords, thingWords, whoRunsIt } from '../audience-words.ts';
import { counted } from '../clauses.ts';
import { inSeries } from '../model.ts';
import { things, type Audience } from '../parts/audience.ts';
import type { Protocol } from '../protocol.ts';
import { ifAny, labels, quoted } from './phrases.ts';

export function readers(protocol: Protocol): string[] {
	const say = (list: readonly Audience[]) => inSeries(list.map((one) => audienceInWords(protocol, one)));
	const bounds = things.flatMap((thing) => {
		const { floor, ceiling, countedBy } = protocol.audience.things[thing];
		const wider = ceiling.filter((one) => !floor.includes(one));
		// Of the cycle it is said below who knows besides.
		const none = thing === 'cycle' ? '' : ', and nobody else';
		const more = wider.length === 0 ? none : `, and, if the host opens it to them, ${say(wider)}`;
		return [
			`${thingWords[thing]}: ${say(floor)}${more}.`,
			...ifAny(countedBy, (list) => `${thingWords[thing]}: counted among others’, unread, by ${say(list)}.`),
		];
	});
	const { fewestPupils, confidentiality } = protocol.audience;
	const { statement, limits } = confidentiality;
	const few = `Outcomes of fewer than ${counted(fewestPupils)} pupils are not shown, nor others that would tell them.`;
	const known = `That a review takes place, with its school, day and focus, is known besides to whoever may read anything else of it, is asked to do something for it or joins in that, and to ${whoRunsIt}.`;
	const joined = protocol.stages.filter(({ withHeads }) => withHeads).map(({ title }) => quoted(title));
	const joining = ifAny(
		joined,
		(titles) => `All heads of the partnership read and write what is noted at ${inSeries(titles)}.`,
	);
	return [...bounds, known, ...joining, few, `Every reviewer agrees to this first: ‘${statement}’`, limits];
}

export function concerns({
	concerns: { kinds, tell, tellAboutHead, minutes, reviewerReads },
}: Protocol): string[] {
	const wait = `${counted(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
	return [
		`This is for: ${labels(kinds)}.`,
		tell.length > 1
			? `The ${tell.join(', then the ')} are told, ${wait} apart, until one answers.`
			: `The ${tell[0]} is told at once. If they have not answered ${wait} later, the reviewer reads so.`,
		`If it is about the headteacher, the ${tellAboutHead.join(', then the ')} instead.`,
		reviewerReads,
	];
}
