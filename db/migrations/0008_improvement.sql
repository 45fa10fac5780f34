-- What follows: the workshop's outcome, the host's actions with their updates, and the look-back.

create table workshop (
	partnership_id uuid not null,
	review_id uuid not null,
	held_on date not null,
	outcome text not null,
	version integer not null default 1,
	recorded_by uuid not null references person,
	recorded_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);

create table action (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	finding_id uuid not null,
	title text not null,
	owner text not null,
	-- Where the owner is somebody of the host school who signs in: they may report on it themselves.
	owner_id uuid references person,
	due date not null,
	measure_of_success text not null,
	planned_by uuid not null references person,
	planned_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, finding_id) references finding
);
create index on action (partnership_id, review_id, due);

create table action_update (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	action_id uuid not null,
	progress text not null check (progress in ('not started', 'under way', 'done', 'changed course')),
	words text not null,
	-- The day it was due until then, where this update put it off or brought it forward.
	due_before date,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, action_id) references action
);
create index on action_update (partnership_id, action_id, written_at);

-- The headteacher's report of progress at a partnership meeting (NFS-15).
create table progress_report (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	words text not null,
	reported_by uuid not null references person,
	reported_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on progress_report (partnership_id, review_id);

-- One set of answers a side. Until both sides have answered each reads its own alone; then both rows open to `opens_to`, so
-- that neither side writes to agree with the other.
create table look_back (
	partnership_id uuid not null,
	review_id uuid not null,
	side text not null check (side in ('host', 'team')),
	answers jsonb not null,
	answered_by uuid not null references person,
	answered_at timestamptz not null,
	keys text[] not null,
	opens_to text[] not null,
	primary key (partnership_id, review_id, side),
	foreign key (partnership_id, review_id) references review
);

-- Runs as the owner because whoever answers second may not yet read what the first wrote. It decides nothing: it opens what
-- both sides have answered to those the first wrote it for.
create function open_look_back(p_partnership uuid, p_review uuid) returns void
	language sql security definer set search_path = public
	begin atomic
		update look_back set keys = opens_to
		where partnership_id = p_partnership and review_id = p_review
			and (partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews())))
			and (select count(*) from look_back b where b.partnership_id = p_partnership and b.review_id = p_review) = 2;
	end;
revoke all on function open_look_back from public;
grant execute on function open_look_back to fresh_eyes_app;

call protect_confidential_table('workshop', 'select, insert, update (held_on, outcome, version, recorded_by, recorded_at, keys)');
call protect_confidential_table('action', 'select, insert, update (due, keys)');
call protect_confidential_table('action_update', 'select, insert, update (keys)');
call protect_confidential_table('progress_report', 'select, insert, update (keys)');
call protect_confidential_table('look_back', 'select, insert, update (keys)');
