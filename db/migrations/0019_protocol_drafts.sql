-- A protocol is changed in a draft, talked over, and published as a version or sent back. A group's draft changes its
-- partnership's protocol for that group; what is approved is a version of the group's own, whole, with the change it made.

alter table protocol_version
	add column group_id uuid,
	add column base_version_id uuid,
	add column patch jsonb,
	add column reason text not null default '',
	add foreign key (partnership_id, group_id) references member_group,
	add foreign key (partnership_id, base_version_id) references protocol_version;
alter table protocol_version drop constraint protocol_version_partnership_id_number_key;
create unique index on protocol_version (partnership_id, coalesce(group_id, partnership_id), number);

-- The document may be unfinished: it is checked when it is published. `base_version_id` is what it began from.
create table protocol_draft (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	group_id uuid,
	base_version_id uuid,
	document jsonb not null,
	opened_by uuid not null references person,
	opened_at timestamptz not null default now(),
	saved_by uuid not null references person,
	saved_at timestamptz not null default now(),
	ended_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, group_id) references member_group,
	foreign key (partnership_id, base_version_id) references protocol_version
);
-- One at a time for a partnership and for each group: two would overtake each other.
create unique index on protocol_draft (partnership_id, coalesce(group_id, partnership_id)) where ended_at is null;

-- Put before others, with the reason: a partnership's draft for its members to talk over, a group's for approval.
create table draft_submission (
	partnership_id uuid not null,
	id uuid not null,
	draft_id uuid not null,
	number integer not null,
	reason text not null,
	submitted_by uuid not null references person,
	submitted_at timestamptz not null default now(),
	primary key (partnership_id, id),
	unique (partnership_id, draft_id, number),
	foreign key (partnership_id, draft_id) references protocol_draft
);

-- `answers` is the number of the submission it answers; null where nothing was put forward.
create table draft_decision (
	partnership_id uuid not null,
	id uuid not null,
	draft_id uuid not null,
	answers integer,
	decision text not null check (decision in ('published', 'returned', 'taken back', 'dropped')),
	reason text not null,
	version_id uuid,
	decided_by uuid not null references person,
	decided_at timestamptz not null default now(),
	primary key (partnership_id, id),
	foreign key (partnership_id, draft_id) references protocol_draft,
	foreign key (partnership_id, version_id) references protocol_version
);
create index on draft_decision (partnership_id, draft_id);
create index on draft_decision (partnership_id, version_id) where version_id is not null;

-- Questions on a draft, and answers to them.
create table draft_remark (
	partnership_id uuid not null,
	id uuid not null,
	draft_id uuid not null,
	answers_id uuid,
	part text,
	words text not null,
	said_by uuid not null references person,
	said_at timestamptz not null default now(),
	primary key (partnership_id, id),
	foreign key (partnership_id, draft_id) references protocol_draft,
	foreign key (partnership_id, answers_id) references draft_remark
);
create index on draft_remark (partnership_id, draft_id);

call protect_tenant_table('protocol_draft', 'select, insert, update (document, saved_by, saved_at, ended_at)');
call protect_tenant_table('draft_submission', 'select, insert');
call protect_tenant_table('draft_decision', 'select, insert');
call protect_tenant_table('draft_remark', 'select, insert');
