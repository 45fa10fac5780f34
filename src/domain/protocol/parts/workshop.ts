import { z } from 'zod';
import { role } from './roles.ts';
import { line, need } from './text.ts';

/** The meeting in which the host's staff turn findings into next steps. When it is held is a stage's matter. */
export const workshop = z.object({
	need,
	runBy: role,
	team: z.enum(['not expected', 'welcome', 'expected']),
	method: z.enum(['matrix', 'card sort', 'dot vote']),
	produces: z.array(line).min(1),
});
