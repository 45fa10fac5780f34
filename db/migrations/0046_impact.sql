-- What a review changed, as the host's head tells it under the protocol's headings (HEP-15): in words, or with a figure before and
-- a figure now (CSC-29).
create table impact (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	-- The key of one of the protocol's headings; empty where it has none.
	heading text not null,
	action_id uuid,
	words text not null,
	pupils text not null,
	measure text not null default '',
	before text not null default '',
	now text not null default '',
	told_by uuid not null references person,
	told_at timestamptz not null,
	version integer not null default 1,
	-- What it said before, the latest last: words, pupils, measure, and until when.
	former jsonb not null default '[]',
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, action_id) references action,
	check ((measure = '') = (before = '') and (before = '') = (now = '')),
	check ((taken_back_by is null) = (taken_back_at is null))
);
create index on impact (partnership_id, review_id);
call protect_confidential_table('impact',
	'select, insert, update (heading, action_id, words, pupils, measure, before, now, told_by, told_at, version, former, taken_back_by, taken_back_at, keys)');
call open_to_links('impact');

-- As in 0040, with a function for each thing, so that a later table of one thing is added in one place.
create function set_evidence_keys(p_review uuid, p_keys text[]) returns void
	language sql set search_path = public
	begin atomic
		update evidence set keys = p_keys where review_id = p_review;
		update evidence_revision set keys = p_keys where review_id = p_review;
		update evidence_withdrawal set keys = p_keys where review_id = p_review;
	end;

-- What was changed since a correction began is the team's alone, until it is out again or the correction is left.
create function set_findings_keys(p_review uuid, p_keys text[]) returns void
	language sql set search_path = public
	begin atomic
		update finding f set keys = p_keys where f.review_id = p_review and not exists
			(select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
			and not exists (select from correction c
				join sorting_step s on s.partnership_id = c.partnership_id and s.review_id = c.review_id and s.number > c.after_step
				join finding_revision r on r.partnership_id = s.partnership_id and r.step_id = s.id
				where c.review_id = p_review and r.finding_id = f.id
					and c.corrects = (select max(edition_number) from publication where review_id = p_review));
	end;

-- Earlier editions and what the host told the writers stay with those who wrote; one that was out and has been corrected, too.
create function set_report_keys(p_review uuid, p_keys text[]) returns void
	language plpgsql set search_path = public as $$
declare
	published integer := (select max(edition_number) from publication where review_id = p_review);
begin
	update edition set keys = p_keys where review_id = p_review and number = published;
	update sign_off set keys = p_keys where review_id = p_review and edition_number = published;
	update edition e set keys = c.keys from correction c
		where e.review_id = p_review and c.review_id = p_review and c.corrects = e.number and e.number < published;
	update sign_off s set keys = c.keys from correction c
		where s.review_id = p_review and c.review_id = p_review and c.corrects = s.edition_number and s.edition_number < published;
	update remark set keys = p_keys where review_id = p_review and kind <> 'host context';
end $$;

-- Whoever owns an action reads it besides.
create function set_actions_keys(p_review uuid, p_keys text[]) returns void
	language sql set search_path = public
	begin atomic
		update action a set keys = p_keys || array(select 'person:' || a.owner_id where a.owner_id is not null)
			where a.review_id = p_review;
		update action_update u set keys = a.keys from action a
			where u.review_id = p_review and a.partnership_id = u.partnership_id and a.id = u.action_id;
		update progress_report set keys = p_keys where review_id = p_review;
		update impact set keys = p_keys where review_id = p_review;
	end;

create or replace function set_thing_keys(p_review uuid, p_thing text, p_keys text[]) returns void
	language plpgsql security definer set search_path = public as $$
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
		perform set_evidence_keys(p_review, p_keys);
	when 'findings' then
		perform set_findings_keys(p_review, p_keys);
	when 'report' then
		perform set_report_keys(p_review, p_keys);
	when 'workshop' then
		update workshop set keys = p_keys where review_id = p_review;
	when 'actions' then
		perform set_actions_keys(p_review, p_keys);
	when 'look-back' then
		-- A side that has answered alone is not opened before the other has.
		update look_back set keys = case when keys = opens_to then p_keys else keys end, opens_to = p_keys
			where review_id = p_review;
	end case;
end $$;
revoke all on function set_evidence_keys, set_findings_keys, set_report_keys, set_actions_keys from public;

-- As in 0042, with whoever told of an impact.
create or replace function app_link_people() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		with opened as (select distinct partnership_id, review_id from live_link_things() where link_id = app_link()),
			held as (select array(select app_link_keys()) as keys)
		select made_by from edition e join opened o using (partnership_id, review_id) join held on e.keys && held.keys
		union select person_id from sign_off s join opened o using (partnership_id, review_id) join held on s.keys && held.keys
		union select author_id from remark k join opened o using (partnership_id, review_id) join held on k.keys && held.keys
		union select written_by from finding f join opened o using (partnership_id, review_id) join held on f.keys && held.keys
		union select written_by from action_update u join opened o using (partnership_id, review_id) join held on u.keys && held.keys
		union select reported_by from progress_report p join opened o using (partnership_id, review_id) join held on p.keys && held.keys
		union select told_by from impact i join opened o using (partnership_id, review_id) join held on i.keys && held.keys;
	end;
