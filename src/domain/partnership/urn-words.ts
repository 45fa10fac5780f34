import type { UrnAnswer } from '#domain/register/model.ts';

/** Why a URN cannot be taken, in a sentence for the field. */
export function refusalOf(answer: Exclude<UrnAnswer, { is: 'found' }>, urn: string): string {
	switch (answer.is) {
		case 'closed':
			return answer.successors.length > 0
				? `${urn} has closed. Its place was taken by ${answer.successors.map((school) => `${school.name} (${school.urn})`).join(' and ')}.`
				: `${urn} has closed, and the register names no successor.`;
		case 'elsewhere':
			return `${urn} is a school in ${answer.country}. Add it by name instead; the register here covers England.`;
		case 'unknown':
			return `No school has the URN ${urn}. Check the number, or search by name.`;
		case 'not a urn':
			return 'A URN is a number of five or six digits.';
	}
}
