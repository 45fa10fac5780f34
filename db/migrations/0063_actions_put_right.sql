-- Actions are put right, handed over and given up, and have milestones on their way (NFS-11).

alter table action
	add column version integer not null default 1,
	-- What it said before, the latest last: title, owner, measure of success, and until when.
	add column former jsonb not null default '[]',
	add column given_up_by uuid references person,
	add column given_up_at timestamptz,
	add column given_up_because text,
	add check ((given_up_by is null) = (given_up_at is null) and (given_up_at is null) = (given_up_because is null));
grant update (finding_id, title, owner, owner_id, measure_of_success, version, former, given_up_by, given_up_at, given_up_because)
	on action to fresh_eyes_app;
create index on action (owner_id) where owner_id is not null;

-- An update may bring a figure then and a figure now, and where they are from: evidence of change that the head may tell as impact,
-- then under the id of the update, so that it is told once.
alter table action_update
	add column measure text not null default '',
	add column before text not null default '',
	add column now text not null default '',
	add column source text not null default '',
	add check ((measure = '') = (before = '') and (before = '') = (now = ''));
-- Where the figures of an impact are from; and the day of the inspection, where it is a line of a later one (CSC-31).
alter table impact add column source text not null default '', add column inspected_on date;
grant update (source, inspected_on) on impact to fresh_eyes_app;

-- Whether somebody holds no post at a review's host any more, a governor's apart.
create function has_left_host(p_review uuid, p_person uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_person is not null and not exists (
			select from review r
			join appointment a on a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
			where r.id = p_review and a.person_id = p_person and a.role <> 'governor'
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()));
	end;
revoke all on function has_left_host from public;
grant execute on function has_left_host to fresh_eyes_app;

-- A small step of an action with a day of its own. Who reads the action reads its milestones.
create table action_milestone (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	action_id uuid not null,
	words text not null,
	due date not null,
	added_by uuid not null references person,
	added_at timestamptz not null,
	reached_by uuid references person,
	reached_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, action_id) references action,
	check ((reached_by is null) = (reached_at is null))
);
create index on action_milestone (partnership_id, action_id, due);
create index on action_milestone (partnership_id, review_id);
alter table action_milestone enable row level security;
grant select, insert, delete, update (due, reached_by, reached_at) on action_milestone to fresh_eyes_app;
create policy through_action on action_milestone to fresh_eyes_app
	using (exists (select from action a where a.partnership_id = action_milestone.partnership_id and a.id = action_id))
	with check (exists (select from action a where a.partnership_id = action_milestone.partnership_id and a.id = action_id
		and a.review_id = action_milestone.review_id));
