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
import { currentFormat } from './upgrade.ts';

/** Each part bears the title that screens, differences and the published JSON Schema give it, and what it is about. */
export const protocolShape = z.object({
	format: z.literal(currentFormat),
	title: line.meta({ title: 'Name of the protocol' }),
	preamble: preamble.meta({
		title: 'What we want',
		description: 'Vision, purpose and values; what reviewers do and do not do.',
	}),
	cadence: cadence.meta({
		title: 'How often',
		description: 'How often schools are reviewed, and how often heads meet.',
	}),
	kinds: reviewKinds.meta({
		title: 'Kinds of review',
		description: 'Full, themed, of data alone: what each kind leaves out, and who reviews.',
		one: 'a kind of review',
	}),
	roles: roleWords.meta({
		title: 'What people are called',
		description: 'Your own words for those who take part.',
	}),
	vocabulary: vocabulary.meta({
		title: 'Words we share',
		description: 'What words such as ‘greater depth’ mean in your schools.',
		one: 'a word',
	}),
	team: team.meta({
		title: 'Who reviews',
		description: 'How many review, who they are, and how teams are put together.',
	}),
	focus: focus.meta({
		title: 'What a review is about',
		description: 'Why a focus is chosen, where it comes from and who decides it.',
	}),
	stages: stages.meta({
		title: 'What happens when',
		description: 'Each thing to be done around a review: what, by whom, by when.',
		one: 'a stage',
	}),
	day: day.meta({
		title: 'The day',
		description: 'Its hours and running order, the kinds of activity, and the host’s part in it.',
	}),
	evidence: evidence.meta({
		title: 'What is written down',
		description: 'The columns reviewers write in, where evidence comes from, photos and suggestions.',
	}),
	report: report.meta({
		title: 'The report',
		description: 'Who writes and signs it, its headings, and what is added afterwards.',
	}),
	audience: audience.meta({
		title: 'Who reads what',
		description: 'Who reads the plan, evidence and report, and how far the host may open them.',
	}),
	concerns: concerns.meta({
		title: 'Something that cannot wait',
		description: 'What a reviewer must not keep until the end, and who is told at once.',
	}),
	workshop: workshop.meta({
		title: 'The workshop',
		description: 'Who runs it, how it works and what it produces.',
	}),
	followUp: followUp.meta({
		title: 'Afterwards',
		description: 'The look-back, the follow-up review and the heads’ meeting.',
	}),
	quality: quality.meta({
		title: 'How good reviews are',
		description: 'How reviews are reviewed themselves, by both sides and from outside.',
	}),
	forms: z.record(key, formSchema).meta({
		title: 'Forms',
		description: 'The questions asked before, after and about a review.',
		one: 'a form',
	}),
	adaptation: adaptation.meta({
		title: 'What groups may change',
		description: 'Which parts a group may make its own, and who says yes to it.',
	}),
});

/** How one partnership reviews, as data: everything in which partnerships differ. */
export type Protocol = z.infer<typeof protocolShape>;

/** What someone may write: as a protocol, with what has a default left out. */
export type ProtocolDraft = z.input<typeof protocolShape>;
