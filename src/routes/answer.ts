import { type ActionFailure, type RequestEvent, error, fail, redirect } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import { type PostedForm, readForm } from '#platform/form-data.ts';
import type { FieldErrors, Outcome } from '#platform/outcome.ts';
import { tooMuch, notThere } from './refusals.ts';

/** What a form shows again when it was not done: the sentences by its fields, and all that was typed. */
export interface NotDone {
	/** The named action that was posted to, '?/join'; absent for a page's only one. */
	action?: string;
	errors?: FieldErrors;
	/** Somebody else changed it meanwhile. What stands now is on the page. */
	conflict?: true;
	values: PostedForm;
}

/**
 * The one way from a posted form to an action and back: outcomes become HTTP here and nowhere else. What is not done is
 * rolled back whole. Outsiders see `denied` as `missing`.
 *
 * @param options.input what the action gets; the form as it is, unless the address adds to it
 * @param options.read how the form is read, where it carries a file
 * @param options.success where to go when done (a path), or what the page gets; from what came of it and what was posted
 */
export async function submit<T, D extends object>(
	event: RequestEvent,
	deed: (context: Context, input: unknown) => Promise<Outcome<T>>,
	options: {
		input?: (form: PostedForm) => unknown;
		read?: FormReader;
		success: (value: T, form: PostedForm) => string | URL | D;
	},
): Promise<ActionFailure<NotDone> | D> {
	const form = await formOf(event, options.read);
	const action = namedAction(event);
	if (form === null) return tooMuch(action);
	const input = options.input ? options.input(form) : form;
	const outcome = await keepOnlyDone(event, (context) => deed(context, input));
	switch (outcome.is) {
		case 'done': {
			const next = options.success(outcome.value, form);
			if (typeof next === 'string' || next instanceof URL) redirect(303, next);
			return next;
		}
		case 'invalid':
			return fail(400, { ...action, errors: outcome.fields, values: form });
		case 'conflict':
			return fail(409, { ...action, conflict: true, values: form });
		default:
			notThere();
	}
}

function namedAction({ url }: RequestEvent): { action?: string } {
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return name === undefined ? {} : { action: `?${name}` };
}

type FormReader = (data: FormData) => PostedForm | Promise<PostedForm>;

/** The posted form, or null when it is larger than the server takes. */
export async function formOf(event: RequestEvent, read: FormReader = readForm): Promise<PostedForm | null> {
	try {
		return await read(await event.request.formData());
	} catch (thrown) {
		const status =
			(thrown as { status?: unknown }).status ?? (thrown as { cause?: { status?: unknown } }).cause?.status;
		if (status === 413) return null;
		error(400, 'That form did not arrive whole. Send it again.');
	}
}

class Undone extends Error {
	readonly outcome: Outcome<never>;

	constructor(outcome: Outcome<never>) {
		super('Rolled back: not done');
		this.outcome = outcome;
	}
}

/** Works in one transaction, which is rolled back whole unless what it answers is done. */
export async function keepOnlyDone<T>(
	event: Pick<RequestEvent, 'locals'>,
	work: (context: Context) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	try {
		return await event.locals.within(async (context) => {
			const outcome = await work(context);
			if (outcome.is !== 'done') throw new Undone(outcome);
			return outcome;
		});
	} catch (thrown) {
		if (thrown instanceof Undone) return thrown.outcome;
		throw thrown;
	}
}
