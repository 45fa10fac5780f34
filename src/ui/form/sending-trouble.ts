/**
 * What to say when a form did not get an answer it can use. The form stays open with all that was typed.
 * `status` is undefined where nothing came back at all.
 */
export function sendingTrouble(status: number | undefined): string {
	if (status === undefined)
		return 'We could not reach the server, so this is not saved yet. What you typed is still here. Try again when you are connected.';
	if (status === 401)
		return 'You have been signed out, so this is not saved yet. Sign in again in another tab, then send it once more from here.';
	if (status === 403 || status === 404)
		return 'This was not saved: the page is not open to you any more. Copy what you need before you leave.';
	if (status === 413) return 'This was not saved: it is too large. Shorten it, or send it in parts.';
	return 'Something went wrong at our end and this is not saved. What you typed is still here. Please try again.';
}
