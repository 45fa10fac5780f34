import { reach } from '#platform/device/signal.ts';
import type { Pause } from '#platform/outbox/row.ts';
import type { KeptDay } from './kept-day.ts';

const patienceMs = 30_000;

/** What the server says of a review's day to whoever is signed in: the day, that it is not there for them, or why nothing came. */
export async function fetchDay(
	review: string,
): Promise<{ is: 'day'; kept: KeptDay } | { is: 'not there' } | { is: 'paused'; because: Pause }> {
	const signal = AbortSignal.timeout(patienceMs);
	const response = await reach(`/api/reviews/${review}/day`, { signal }).catch(() => undefined);
	const said = (await response?.json().catch(() => undefined)) as Partial<KeptDay> | undefined;
	if (!response) return { is: 'paused', because: 'no signal' };
	if (response.status === 401) return { is: 'paused', because: 'signed out' };
	// A filter or a proxy says 404 as well, but not in our words.
	if (response.status === 404 && said && 'message' in said) return { is: 'not there' };
	if (response.ok && said?.day) return { is: 'day', kept: said as KeptDay };
	return { is: 'paused', because: 'trouble' };
}
