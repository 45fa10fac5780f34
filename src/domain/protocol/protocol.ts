import { z } from 'zod';
import { formSchema } from '#domain/form/question.ts';
import { audience } from './parts/audience.ts';
import { cadence } from './parts/cadence.ts';
import { concerns } from './parts/concerns.ts';
import { day } from './parts/day.ts';
import { evidence } from './parts/evidence.ts';
import { focus, reviewKinds } from './parts/focus.ts';
import { followUp } from './parts/follow-up.ts';
import { preamble } from './parts/preamble.ts';
import { quality } from './parts/quality.ts';
import { report } from './parts/report.ts';
import { roleWords } from './parts/roles.ts';
import { stages } from './parts/stages.ts';
import { team } from './parts/team.ts';
import { key, line } from './parts/text.ts';
import { workshop } from './parts/workshop.ts';

export const protocolShape = z.object({
	format: z.literal(1),
	title: line,
	roles: roleWords,
	preamble,
	cadence,
	kinds: reviewKinds,
	team,
	focus,
	stages,
	day,
	evidence,
	report,
	audience,
	concerns,
	workshop,
	followUp,
	quality,
	forms: z.record(key, formSchema),
});

/** How one partnership reviews, as data: everything in which partnerships differ. */
export type Protocol = z.infer<typeof protocolShape>;

/** What someone may write: as a protocol, with what has a default left out. */
export type ProtocolDraft = z.input<typeof protocolShape>;
