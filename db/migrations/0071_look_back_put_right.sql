-- A side puts its answers to the look-back right until both have answered: from then on each has read the other's.
alter table look_back add column version integer not null default 1;
grant update (answers, answered_by, answered_at, version) on look_back to fresh_eyes_app;

-- Runs as the owner because whoever puts theirs right does not read the other side's yet.
create function hold_look_back() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if exists (select from look_back b where b.partnership_id = old.partnership_id and b.review_id = old.review_id and b.side <> old.side)
		or exists (select from closure c where c.partnership_id = old.partnership_id and c.review_id = old.review_id)
	then
		raise exception 'What both sides have answered stays as it was.';
	end if;
	return new;
end $$;
revoke all on function hold_look_back from public;
create trigger hold_look_back before update of answers, answered_by, answered_at on look_back
	for each row execute function hold_look_back();

-- As in 0040, with the day on which the host leaves: a school that has left is asked nothing more.
create or replace function review_facts(p_reviews uuid[]) returns table (review_id uuid, facts json)
	language sql stable security definer set search_path = public
	begin atomic
		select r.id, json_build_object(
			'id', r.id,
			'partnershipId', r.partnership_id,
			'hostMemberId', r.host_member_id,
			'hostName', m.name,
			'hostUntil', m.until_day,
			'protocolVersionId', r.protocol_version_id,
			'kind', r.kind,
			'focus', r.focus,
			'focusKind', r.focus_kind,
			'focusSource', r.focus_source,
			'firstDay', r.first_day,
			'lastDay', r.last_day,
			'proposedOn', (r.proposed_at at time zone 'Europe/London')::date,
			-- The host's groups in the school year of the review, which turns on 1 August.
			'groupIds', coalesce((select json_agg(gm.group_id order by gm.group_id)
				from group_membership gm
				join member_group g on g.partnership_id = gm.partnership_id and g.id = gm.group_id
				where gm.partnership_id = r.partnership_id and gm.member_id = r.host_member_id
					and left(g.school_year, 4)::int = extract(year from coalesce(r.first_day, (r.proposed_at at time zone 'Europe/London')::date) - interval '7 months')), '[]'),
			'hostHeads', coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name, 'role', a.role) order by a.from_day, a.id)
				from appointment a join person p on p.id = a.person_id
				join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
				where a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
					and a.role in ('headteacher', 'executive head', 'head of school')
					and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())), '[]'),
			'team', coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name, 'role', t.role,
					'headteacher', exists (select from appointment h
						join appointment_confirmation hc on hc.partnership_id = h.partnership_id and hc.appointment_id = h.id
						where h.person_id = p.id and h.role in ('headteacher', 'executive head', 'head of school')
							and h.from_day <= app_today() and (h.until_day is null or h.until_day > app_today())),
					'acceptedOn', (ac.accepted_at at time zone 'Europe/London')::date,
					'confidentialityOn', (ca.agreed_at at time zone 'Europe/London')::date) order by t.added_at, p.name)
				from team_member t join person p on p.id = t.person_id
				left join acceptance ac on ac.partnership_id = t.partnership_id and ac.review_id = t.review_id and ac.person_id = t.person_id
				left join confidentiality_agreement ca on ca.partnership_id = t.partnership_id and ca.review_id = t.review_id
					and ca.person_id = t.person_id
				where t.partnership_id = r.partnership_id and t.review_id = r.id and t.left_on is null), '[]'),
			-- Whether they headed the host on the day they said yes: a head who leaves takes nothing back. The last day counts.
			'acceptedBy', coalesce((select json_agg(json_build_object('personId', y.person_id, 'on', y.day,
					'host', exists (select from appointment a
						join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
						where a.partnership_id = r.partnership_id and a.member_id = r.host_member_id and a.person_id = y.person_id
							and a.role in ('headteacher', 'executive head', 'head of school')
							and a.from_day <= y.day and (a.until_day is null or a.until_day >= y.day))) order by y.accepted_at, y.person_id)
				from (select person_id, accepted_at, (accepted_at at time zone 'Europe/London')::date as day
					from acceptance x where x.partnership_id = r.partnership_id and x.review_id = r.id) y), '[]'),
			'standstill', (select json_build_object('kind', s.kind, 'reason', s.reason,
					'on', (s.decided_at at time zone 'Europe/London')::date)
				from standstill s where s.partnership_id = r.partnership_id and s.review_id = r.id and s.lifted_at is null
				order by s.decided_at desc limit 1),
			'meetingHeldOn', (select held_on from pre_review_meeting x where x.partnership_id = r.partnership_id and x.review_id = r.id),
			'lines', (select count(*) from line_of_enquiry x
				where x.partnership_id = r.partnership_id and x.review_id = r.id and x.dropped_at is null),
			'activities', (select count(*) from activity x where x.partnership_id = r.partnership_id and x.review_id = r.id),
			'planAgreedOn', (select (agreed_at at time zone 'Europe/London')::date from plan_agreement x
				where x.partnership_id = r.partnership_id and x.review_id = r.id),
			'edition', (select json_build_object('number', e.number, 'on', (e.made_at at time zone 'Europe/London')::date)
				from edition e where e.partnership_id = r.partnership_id and e.review_id = r.id
					and e.number = (select max(number) from edition x where x.partnership_id = r.partnership_id and x.review_id = r.id)
					and not exists (select from reopening o where o.partnership_id = e.partnership_id
						and o.review_id = e.review_id and o.edition_number = e.number)),
			'signOffs', coalesce((select json_agg(json_build_object('edition', s.edition_number, 'personId', s.person_id,
					'on', (s.signed_at at time zone 'Europe/London')::date, 'cannotSign', s.cannot_sign_because is not null))
				from sign_off s where s.partnership_id = r.partnership_id and s.review_id = r.id), '[]'),
			'responses', coalesce((select json_agg(json_build_object('personId', k.author_id,
					'on', (k.written_at at time zone 'Europe/London')::date))
				from remark k where k.partnership_id = r.partnership_id and k.review_id = r.id and k.kind = 'host response'), '[]'),
			-- The edition that is out, and the day on which the report was out first: a correction makes nothing late.
			'publication', (select case when count(*) > 0 then json_build_object('edition', max(p.edition_number),
					'on', (min(p.published_at) at time zone 'Europe/London')::date) end
				from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id),
			'workshopHeldOn', (select held_on from workshop x where x.partnership_id = r.partnership_id and x.review_id = r.id),
			'actions', (select count(*) from action x where x.partnership_id = r.partnership_id and x.review_id = r.id),
			'progressReports', coalesce((select json_agg((x.reported_at at time zone 'Europe/London')::date order by x.reported_at)
				from progress_report x where x.partnership_id = r.partnership_id and x.review_id = r.id), '[]'),
			'lookBack', coalesce((select json_agg(json_build_object('side', l.side, 'personId', l.answered_by,
					'on', (l.answered_at at time zone 'Europe/London')::date))
				from look_back l where l.partnership_id = r.partnership_id and l.review_id = r.id), '[]'),
			'ticks', coalesce((select json_agg(json_build_object('stage', x.stage_key, 'personId', x.ticked_by, 'on', x.ticked_on)
					order by x.stage_key)
				from stage_tick x where x.partnership_id = r.partnership_id and x.review_id = r.id and x.withdrawn_at is null), '[]'),
			'closedOn', (select (closed_at at time zone 'Europe/London')::date from closure x
				where x.partnership_id = r.partnership_id and x.review_id = r.id)
		)
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		where r.id = any (p_reviews)
			and (r.partnership_id = any (array(select app_partnerships())) or r.id = any (array(select app_reviews())));
	end;
