-- A report that is out and turns out to be wrong is put right by a new edition, which says why.

-- Begun by one of those who write, with the reason. It is open until a later edition is published.
create table correction (
	partnership_id uuid not null,
	review_id uuid not null,
	corrects integer not null,
	reason text not null,
	begun_by uuid not null references person,
	begun_at timestamptz not null,
	-- The last step of sorting before it.
	after_step integer not null,
	keys text[] not null,
	primary key (partnership_id, review_id, corrects),
	foreign key (partnership_id, review_id, corrects) references edition
);
call protect_confidential_table('correction', 'select, insert, delete');

-- An edition is whole: it holds the reason as it was when it was put up for signing.
alter table edition
	add corrects integer,
	add reason text,
	add check ((corrects is null) = (reason is null)),
	add foreign key (partnership_id, review_id, corrects) references edition;

-- A head of the host has read an edition and says that its facts are right.
create table fact_check (
	partnership_id uuid not null,
	review_id uuid not null,
	edition_number integer not null,
	person_id uuid not null references person,
	role text not null,
	checked_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, edition_number, person_id),
	foreign key (partnership_id, review_id, edition_number) references edition
);
call protect_confidential_table('fact_check', 'select, insert');

call count_news_of('correction', 'fact_check');

-- As in 0026, but for findings while a report is being put right, and editions that were.
create or replace function set_thing_keys(p_review uuid, p_thing text, p_keys text[]) returns void
	language plpgsql security definer set search_path = public as $$
declare
	published integer := (select max(edition_number) from publication where review_id = p_review);
begin
	if not array['host:' || p_review, 'team:' || p_review] && array(select app_keys()) and not (p_thing in ('plan', 'cycle')
		and exists (select from review where id = p_review and partnership_id = any (array(select app_run_partnerships())))) then
		return;
	end if;
	case p_thing
	when 'cycle' then
		-- Whoever owns an action reads it, wherever the circles are drawn.
		update review set cycle_keys = p_keys || array(select distinct 'person:' || a.owner_id from action a
			where a.partnership_id = review.partnership_id and a.review_id = p_review and a.owner_id is not null)
			where id = p_review;
	when 'plan' then
		update review set plan_keys = p_keys where id = p_review;
	when 'evidence' then
		update evidence set keys = p_keys where review_id = p_review;
		update evidence_revision set keys = p_keys where review_id = p_review;
		update evidence_withdrawal set keys = p_keys where review_id = p_review;
	when 'findings' then
		-- What was changed since a correction began is the team's alone, until it is out again or the correction is left.
		update finding f set keys = p_keys where f.review_id = p_review and not exists
			(select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
			and not exists (select from correction c
				join sorting_step s on s.partnership_id = c.partnership_id and s.review_id = c.review_id and s.number > c.after_step
				join finding_revision r on r.partnership_id = s.partnership_id and r.step_id = s.id
				where c.review_id = p_review and c.corrects = published and r.finding_id = f.id);
	when 'report' then
		-- Earlier editions and what the host told the writers stay with those who wrote.
		update edition set keys = p_keys where review_id = p_review and number = published;
		update sign_off set keys = p_keys where review_id = p_review and edition_number = published;
		-- One that was out and has been corrected, too.
		update edition e set keys = c.keys from correction c
			where e.review_id = p_review and c.review_id = p_review and c.corrects = e.number and e.number < published;
		update sign_off s set keys = c.keys from correction c
			where s.review_id = p_review and c.review_id = p_review and c.corrects = s.edition_number and s.edition_number < published;
		update remark set keys = p_keys where review_id = p_review and kind <> 'host context';
	when 'workshop' then
		update workshop set keys = p_keys where review_id = p_review;
	when 'actions' then
		-- Whoever owns an action reads it besides.
		update action a set keys = p_keys || array(select 'person:' || a.owner_id where a.owner_id is not null)
			where a.review_id = p_review;
		update action_update u set keys = a.keys from action a
			where u.review_id = p_review and a.partnership_id = u.partnership_id and a.id = u.action_id;
		update progress_report set keys = p_keys where review_id = p_review;
	when 'look-back' then
		-- A side that has answered alone is not opened before the other has.
		update look_back set keys = case when keys = opens_to then p_keys else keys end, opens_to = p_keys
			where review_id = p_review;
	end case;
end $$;

-- As in 0014, but for the publication.
create or replace function review_facts(p_reviews uuid[]) returns table (review_id uuid, facts json)
	language sql stable security definer set search_path = public
	begin atomic
		select r.id, json_build_object(
			'id', r.id,
			'partnershipId', r.partnership_id,
			'hostMemberId', r.host_member_id,
			'hostName', m.name,
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
