-- What each finding rests on, in numbers and keys: the same for whoever reads the finding, however much of the evidence they may
-- read. Never a word of it. It runs as the owner, so it checks the policies of findings itself.
create function what_findings_rest_on(p_partnership uuid, p_review uuid)
	returns table (finding_id uuid, cites integer, standing integer, sources text[], contradicts_host boolean, outside_focus boolean)
	language sql stable security definer set search_path = public
	begin atomic
		select f.id, count(e.id)::int, count(e.id) filter (where w.evidence_id is null)::int,
			coalesce(array_agg(distinct e.source) filter (where e.id is not null and w.evidence_id is null), '{}'),
			coalesce(bool_or(e.contradicts_host) filter (where w.evidence_id is null), false),
			coalesce(bool_and(e.outside_focus) filter (where w.evidence_id is null), false)
		from finding f
		left join finding_evidence fe on fe.partnership_id = f.partnership_id and fe.finding_id = f.id
		left join evidence e on e.partnership_id = fe.partnership_id and e.id = fe.evidence_id
		left join evidence_withdrawal w on w.partnership_id = e.partnership_id and w.evidence_id = e.id
		where f.partnership_id = p_partnership and f.review_id = p_review
			and (f.keys && array(select app_link_keys()) or f.keys && array(select app_keys())
				and (f.partnership_id = any (array(select app_partnerships())) or f.review_id = any (array(select app_reviews()))))
		group by f.id;
	end;
revoke all on function what_findings_rest_on from public;
grant execute on function what_findings_rest_on to fresh_eyes_app;

-- A showing is of what was chosen: it ends when its words or photos become others, which the team is told, and when the piece is withdrawn.
alter table showing add column piece_changed boolean not null default false;
grant update (piece_changed) on showing to fresh_eyes_app;
update showing s set taken_back_by = w.withdrawn_by, taken_back_at = w.withdrawn_at
	from evidence_withdrawal w
	where w.partnership_id = s.partnership_id and w.evidence_id = s.evidence_id and s.taken_back_at is null;
update evidence e set keys = keys where kept_apart and exists (select from evidence_withdrawal w
	where w.partnership_id = e.partnership_id and w.evidence_id = e.id);
update evidence_withdrawal set keys = keys;
