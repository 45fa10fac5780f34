import { z } from 'zod';
import { formSchema } from '#domain/form/question.ts';
import { key } from '#platform/text.ts';
import { adaptation } from './parts/adaptation.ts';
import { audience } from './parts/audience.ts';
import { cadence } from './parts/cadence.ts';
import { concerns } from './parts/concerns.ts';
import { day } from './parts/day.ts';
import { evidence } from './parts/evidence.ts';
import { focus } from './parts/focus.ts';
import { followUp } from './parts/follow-up.ts';
import { reviewKinds } from './parts/kinds.ts';
import { preamble } from './parts/preamble.ts';
import { quality } from './parts/quality.ts';
import { report } from './parts/report.ts';
import { roleWords } from './parts/roles.ts';
import { stages } from './parts/stages.ts';
import { team } from './parts/team.ts';
import { line } from './parts/text.ts';
import { vocabulary } from './parts/vocabulary.ts';
import { workshop } from './parts/workshop.ts';

/** Each part bears the title that screens, differences and the published JSON Schema give it. */
export const protocolShape = z.object({
	format: z.literal(2),
	title: line.meta({ title: 'Name of the protocol' }),
	preamble: preamble.meta({ title: 'What we want' }),
	cadence: cadence.meta({ title: 'How often' }),
	kinds: reviewKinds.meta({ title: 'Kinds of review' }),
	roles: roleWords.meta({ title: 'What people are called' }),
	vocabulary: vocabulary.meta({ title: 'Words we share' }),
	team: team.meta({ title: 'Who reviews' }),
	focus: focus.meta({ title: 'What a review is about' }),
	stages: stages.meta({ title: 'What happens when' }),
	day: day.meta({ title: 'The day' }),
	evidence: evidence.meta({ title: 'What is written down' }),
	report: report.meta({ title: 'The report' }),
	audience: audience.meta({ title: 'Who reads what' }),
	concerns: concerns.meta({ title: 'Something that cannot wait' }),
	workshop: workshop.meta({ title: 'The workshop' }),
	followUp: followUp.meta({ title: 'Afterwards' }),
	quality: quality.meta({ title: 'How good reviews are' }),
	forms: z.record(key, formSchema).meta({ title: 'Forms' }),
	adaptation: adaptation.meta({ title: 'What groups may change' }),
});

/** How one partnership reviews, as data: everything in which partnerships differ. */
export type Protocol = z.infer<typeof protocolShape>;

/** What someone may write: as a protocol, with what has a default left out. */
export type ProtocolDraft = z.input<typeof protocolShape>;
