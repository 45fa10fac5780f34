/**
 * Who acts. A person is signed in; a participant holds a workshop or survey code; a link opens one document until it
 * expires; a job is the server itself, named. Nobody is anyone else.
 */
export type Principal =
	| { kind: 'person'; id: string }
	| { kind: 'participant'; id: string }
	| { kind: 'link'; id: string }
	| { kind: 'job'; name: string }
	| { kind: 'nobody' };

export const nobody: Principal = { kind: 'nobody' };
export const person = (id: string): Principal => ({ kind: 'person', id });
export const job = (name: 'reminders' | 'invitations' | 'live' | 'concerns' | 'readings'): Principal => ({
	kind: 'job',
	name,
});
