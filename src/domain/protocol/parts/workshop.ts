import { z } from 'zod';
import { role } from './roles.ts';
import { line } from './text.ts';

/**
 * The meeting in which the host's staff turn findings into next steps. Whether and when it is held is a matter of the
 * stages.
 */
export const workshop = z.object({
	runBy: role.meta({ title: 'Who runs it' }),
	team: z.enum(['not expected', 'welcome', 'expected']).meta({ title: 'The review team is' }),
	method: z.enum(['matrix', 'card sort', 'dot vote', 'staff meeting']).meta({ title: 'How it works' }),
	produces: z
		.array(line)
		.min(1, 'It produces something.')
		.meta({ title: 'What it produces', description: 'A line each.' }),
});
