import type { PhoneScreen } from '#domain/workshop/room/phone-screen.server.ts';
import type { Answer } from '#ui/form/answer-to.ts';

/** What of a room a refusal may belong to. */
type Shown = Pick<PhoneScreen, 'own'> & {
	votes: { ideas: readonly { id: string }[] } | null;
	matrix: readonly { id: string }[] | null;
};

/**
 * What was refused of something that is not on the page any longer, so that no form there says it; null where nothing was. The form of a card
 * stays while its refusal stands.
 */
export function refusedElsewhere(answer: Answer | null | undefined, room: Shown): string | null {
	if (!answer?.errors || answer.action === '?/card') return null;
	const about = answer.values?.['cardId'];
	const shown = {
		'?/back': room.own,
		'?/vote': room.votes?.ideas ?? [],
		'?/rate': room.matrix ?? [],
	}[answer.action ?? ''];
	return shown?.some(({ id }) => id === about) ? null : Object.values(answer.errors).join(' ');
}
