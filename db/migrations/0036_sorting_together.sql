-- How the team sorts its evidence into findings: every deed is a step, which keeps how each finding stood before it. What a
-- finding ever said can be read from them, and whoever took a step can take it back.
create table sorting_step (
	partnership_id uuid not null,
	-- Made on the device: sent again it is not done again.
	id uuid not null,
	review_id uuid not null,
	number integer not null,
	deed text not null check (deed in ('write', 'edit', 'place', 'arrange', 'merge', 'split', 'withdraw', 'undo')),
	-- The step that is taken back by it.
	undoes uuid,
	done_by uuid not null references person,
	done_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	unique (partnership_id, review_id, number),
	unique (partnership_id, undoes),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, undoes) references sorting_step,
	check ((deed = 'undo') = (undoes is not null))
);
call protect_confidential_table('sorting_step', 'select, insert');
-- Nobody sorts in another's name.
create policy own_step on sorting_step as restrictive for insert to fresh_eyes_app with check (done_by = app_person());

-- How a finding stood before a step.
create table finding_revision (
	partnership_id uuid not null,
	step_id uuid not null,
	finding_id uuid not null,
	-- Whether it stood at all: before it was written, and while it is withdrawn, it does not.
	stood boolean not null,
	kind text not null,
	line_id uuid,
	seen text not null,
	effect text not null,
	position double precision not null,
	evidence uuid[] not null,
	primary key (partnership_id, step_id, finding_id),
	foreign key (partnership_id, step_id) references sorting_step,
	foreign key (partnership_id, finding_id) references finding
);
create index on finding_revision (partnership_id, finding_id);
alter table finding_revision enable row level security;
grant select, insert on finding_revision to fresh_eyes_app;
create policy through_step on finding_revision to fresh_eyes_app using
	(exists (select from sorting_step s where s.partnership_id = finding_revision.partnership_id and s.id = step_id));

-- A finding is put between two others without moving either.
alter table finding alter column position type double precision;
-- One that was withdrawn, or merged into another, stands again when that is taken back.
grant delete on finding_withdrawal to fresh_eyes_app;

-- What the host adds to a draft may be about one finding (NFS-27).
alter table remark add column finding_id uuid;
alter table remark add foreign key (partnership_id, finding_id) references finding;
alter table remark add check (finding_id is null or kind = 'host context');
