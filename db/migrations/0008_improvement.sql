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
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
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

-- One set of answers a side; each side reads the other's once both have answered (design: Look-back).
create table look_back (
	partnership_id uuid not null,
	review_id uuid not null,
	side text not null check (side in ('host', 'team')),
	answers jsonb not null,
	answered_by uuid not null references person,
	answered_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, side),
	foreign key (partnership_id, review_id) references review
);

call protect_confidential_table('workshop', 'select, insert, update (held_on, outcome, version, recorded_by, recorded_at, keys)');
call protect_confidential_table('action', 'select, insert, update (due, keys)');
call protect_confidential_table('action_update', 'select, insert, update (keys)');
call protect_confidential_table('progress_report', 'select, insert, update (keys)');
call protect_confidential_table('look_back', 'select, insert, update (keys)');
