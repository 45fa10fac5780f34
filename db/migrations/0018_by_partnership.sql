-- Rows of a review are found by its partnership and itself, which is how every table is distributed and indexed.
create index on evidence_revision (partnership_id, review_id);
create index on evidence_withdrawal (partnership_id, review_id);
create index on release (partnership_id, review_id);

create or replace function close_evidence(p_review uuid) returns void
	language sql security definer set search_path = public
	begin atomic
		update evidence e set keys = array_remove(e.keys, 'team:' || p_review)
		from review r join closure c on c.partnership_id = r.partnership_id and c.review_id = r.id and c.closed_by = app_person()
		where r.id = p_review and e.partnership_id = r.partnership_id and e.review_id = r.id;
		update evidence_revision e set keys = array_remove(e.keys, 'team:' || p_review)
		from review r join closure c on c.partnership_id = r.partnership_id and c.review_id = r.id and c.closed_by = app_person()
		where r.id = p_review and e.partnership_id = r.partnership_id and e.review_id = r.id;
		update evidence_withdrawal e set keys = array_remove(e.keys, 'team:' || p_review)
		from review r join closure c on c.partnership_id = r.partnership_id and c.review_id = r.id and c.closed_by = app_person()
		where r.id = p_review and e.partnership_id = r.partnership_id and e.review_id = r.id;
	end;
