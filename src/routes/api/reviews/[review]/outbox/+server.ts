import { editEvidence, recordEvidence, withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { addPhoto, removePhoto } from '#domain/evidence/photo-actions.server.ts';
import { reopening } from '#domain/report/deeds/reopening.server.ts';
import { takeRows } from '../../../../take-rows.ts';
import type { RequestHandler } from './$types';

const deeds = {
	record: recordEvidence,
	edit: reopening(editEvidence),
	withdraw: reopening(withdrawEvidence),
	photo: addPhoto,
	'remove photo': removePhoto,
};

/** What people did to this review on their devices, some of it hours ago. */
export const POST: RequestHandler = (event) => takeRows(event, deeds, { reviewId: event.params.review });
