import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { type Outcome, conflict, denied, done, invalid, missing } from '#platform/outcome.ts';
import { submit } from './answer.ts';

/** A posted form, and whether what its action did was kept. */
function posting(fields: Record<string, string>, search = '') {
	const kept: boolean[] = [];
	const body = new URLSearchParams(fields);
	const url = new URL(`http://localhost/reviews/7${search}`);
	const event = {
		url,
		request: new Request(url, { method: 'POST', body }),
		locals: {
			within: async (work: (context: unknown) => Promise<unknown>) => {
				const result = await work({}).catch((thrown: unknown) => {
					kept.push(false);
					throw thrown;
				});
				kept.push(true);
				return result;
			},
		},
	} as unknown as RequestEvent;
	return { event, kept };
}
const answers = (outcome: Outcome<{ id: string }>) => async () => outcome;
const onward = { success: ({ id }: { id: string }) => `/reviews/${id}` };

test('what is done is kept, and leads on', async () => {
	const { event, kept } = posting({ seen: 'x' });
	await expect(submit(event, answers(done({ id: '8' })), onward)).rejects.toMatchObject({
		status: 303,
		location: '/reviews/8',
	});
	expect(kept).toEqual([true]);
});

test('or gives the page what it needs', async () => {
	const { event } = posting({});
	expect(await submit(event, answers(done({ id: '8' })), { success: ({ id }) => ({ added: id }) })).toEqual({
		added: '8',
	});
});

test('what is invalid comes back with its sentences and all that was typed, and leaves nothing behind', async () => {
	const { event, kept } = posting({ seen: '<b>x</b>', so_what: '' });
	const refused = await submit(event, answers(invalid({ so_what: 'Say what it means.' })), onward);
	expect(refused).toMatchObject({
		status: 400,
		data: { errors: { so_what: 'Say what it means.' }, values: { seen: '<b>x</b>', so_what: '' } },
	});
	expect(kept).toEqual([false]);
});

test('what comes back names the action it was posted to, so that no other form of the page shows it', async () => {
	const to = async (search: string) => {
		const refused = await submit(posting({}, search).event, answers(invalid({ '': 'No.' })), onward);
		return (refused as unknown as { data: { action?: string } }).data.action;
	};
	expect(await to('?/join')).toBe('?/join');
	expect(await to('?change=7&/join')).toBe('?/join');
	expect(await to('?q=/terling')).toBeUndefined();
});

test('what somebody else changed meanwhile is said beside what was typed', async () => {
	const { event, kept } = posting({ body: 'mine' });
	const refused = await submit(event, answers(conflict({ body: 'theirs' })), onward);
	expect(refused).toMatchObject({
		status: 409,
		data: { conflict: true, values: { body: 'mine' } },
	});
	expect(kept).toEqual([false]);
});

test('what is denied looks like what is not there', async () => {
	const answersTo = async (outcome: Outcome<never>) =>
		submit(posting({}).event, async () => outcome, onward).catch((thrown: unknown) => JSON.stringify(thrown));
	expect(await answersTo(denied)).toBe(await answersTo(missing));
	await expect(submit(posting({}).event, answers(denied), onward)).rejects.toMatchObject({ status: 404 });
});

test('a form too large to read says so, and one that breaks off too', async () => {
	const unread = (fault: object) =>
		({ ...posting({}).event, request: { formData: () => Promise.reject(fault) } }) as unknown as RequestEvent;
	const refused = await submit(unread({ status: 413 }), answers(done({ id: '8' })), onward);
	expect(refused).toMatchObject({
		status: 413,
		data: { errors: { '': expect.stringContaining('more than can be sent') } },
	});
	await expect(
		submit(unread(new TypeError('aborted')), answers(done({ id: '8' })), onward),
	).rejects.toMatchObject({ status: 400 });
});

test('a bug is thrown on, not answered', async () => {
	const broken = async (): Promise<Outcome<{ id: string }>> => {
		throw new RangeError('a bug');
	};
	await expect(submit(posting({}).event, broken, onward)).rejects.toThrow('a bug');
});
