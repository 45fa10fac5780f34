import type { Form } from '#domain/form/question.ts';
import type { Protocol } from '#domain/protocol/schema.ts';

/** The agenda of the pre-review meeting (NFS-5): the form of the stage that this meeting completes, if there is one. */
export function preReviewForm(protocol: Protocol): Form | null {
	const stage = protocol.stages.find(({ done }) => done === 'pre-review meeting held');
	return (stage?.form && protocol.forms[stage.form]) || null;
}
