-- What host and team write together at a stage whose form the protocol gives, such as each dip of a joint session over the data.
create table stage_notes (
	partnership_id uuid not null,
	review_id uuid not null,
	stage_key text not null,
	answers jsonb not null,
	version integer not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, stage_key),
	foreign key (partnership_id, review_id) references review
);
call protect_confidential_table('stage_notes', 'select, insert, update (answers, version, written_by, written_at)');
