-- Where pupils are after a review, by a published framework, and the later figures of the same (HEP-6). Read by whoever reads the actions.

-- Whether the actor heads the host of a review today.
create function app_heads_host(p_partnership uuid, p_review uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from review r where r.partnership_id = p_partnership and r.id = p_review
			and r.host_member_id = any (array(select app_headed_members())));
	end;
revoke all on function app_heads_host from public;
grant execute on function app_heads_host to fresh_eyes_app;

create table baseline (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	-- What is measured, by which published framework, and of which pupils; empty for the whole school.
	measure text not null,
	framework text not null,
	pupils text not null,
	figure text not null,
	measured_on date not null,
	-- What is hoped for; may be empty.
	hoped text not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	version integer not null default 1,
	-- What it said before, the latest last: measure, framework, pupils, figure, day, what was hoped for, and until when.
	former jsonb not null default '[]',
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	check ((taken_back_by is null) = (taken_back_at is null))
);
create index on baseline (partnership_id, review_id);
call protect_confidential_table('baseline',
	'select, insert, update (measure, framework, pupils, figure, measured_on, hoped, written_by, written_at, version, former, taken_back_by, taken_back_at)');

create table measurement (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	baseline_id uuid not null,
	figure text not null,
	measured_on date not null,
	-- What stands behind it; may be empty.
	words text not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	version integer not null default 1,
	-- What it said before, the latest last: figure, day, words, and until when.
	former jsonb not null default '[]',
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, baseline_id) references baseline,
	check ((taken_back_by is null) = (taken_back_at is null))
);
create index on measurement (partnership_id, baseline_id, measured_on);
create index on measurement (partnership_id, review_id);
call protect_confidential_table('measurement',
	'select, insert, update (figure, measured_on, words, written_by, written_at, version, former, taken_back_by, taken_back_at)');

-- What was taken back is read by heads of the host alone, and so are the later figures of a baseline that was.
create policy standing on baseline as restrictive for select to fresh_eyes_app
	using (taken_back_at is null or app_heads_host(partnership_id, review_id));
create policy standing on measurement as restrictive for select to fresh_eyes_app
	using ((taken_back_at is null and exists (select from baseline b where b.partnership_id = measurement.partnership_id
		and b.id = baseline_id and b.taken_back_at is null)) or app_heads_host(partnership_id, review_id));

-- Written by heads of the host alone, each under their own name.
create policy by_host on baseline as restrictive for insert to fresh_eyes_app
	with check (written_by = app_person() and taken_back_at is null and app_heads_host(partnership_id, review_id));
create policy put_right on baseline as restrictive for update to fresh_eyes_app
	using (app_heads_host(partnership_id, review_id))
	with check (coalesce(taken_back_by, written_by) = app_person());
create policy by_host on measurement as restrictive for insert to fresh_eyes_app
	with check (written_by = app_person() and taken_back_at is null and app_heads_host(partnership_id, review_id)
		and exists (select from baseline b where b.partnership_id = measurement.partnership_id and b.id = baseline_id
			and b.review_id = measurement.review_id));
create policy put_right on measurement as restrictive for update to fresh_eyes_app
	using (app_heads_host(partnership_id, review_id))
	with check (coalesce(taken_back_by, written_by) = app_person());

-- As in 0046, with baselines.
create or replace function set_actions_keys(p_review uuid, p_keys text[]) returns void
	language sql set search_path = public
	begin atomic
		update action a set keys = p_keys || array(select 'person:' || a.owner_id where a.owner_id is not null)
			where a.review_id = p_review;
		update action_update u set keys = a.keys from action a
			where u.review_id = p_review and a.partnership_id = u.partnership_id and a.id = u.action_id;
		update progress_report set keys = p_keys where review_id = p_review;
		update impact set keys = p_keys where review_id = p_review;
		update baseline set keys = p_keys where review_id = p_review;
		update measurement set keys = p_keys where review_id = p_review;
	end;
