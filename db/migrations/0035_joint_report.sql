-- The report as it is written by several at once: a log of updates, each committed before it is acknowledged, and never changed.
-- What the document says is what all updates together say; no server holds it.
create table report_document (
	partnership_id uuid not null,
	review_id uuid not null,
	-- The last update's. Whoever adds one holds this row, so that numbers are without gaps and come into view in their order.
	number integer not null default 0,
	keys text[] not null,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);
call protect_confidential_table('report_document', 'select, insert, update (number)');

create table report_update (
	partnership_id uuid not null,
	review_id uuid not null,
	number integer not null,
	-- Made on the device: sent again it is not added again.
	id uuid not null,
	author_id uuid not null references person,
	written_at timestamptz not null,
	bytes bytea not null,
	primary key (partnership_id, review_id, number),
	unique (partnership_id, review_id, id),
	foreign key (partnership_id, review_id) references report_document
);

-- Under which numbers a person has written in it. A number belongs to who used it first.
create table report_writer (
	partnership_id uuid not null,
	review_id uuid not null,
	writer bigint not null,
	person_id uuid not null references person,
	primary key (partnership_id, review_id, writer),
	foreign key (partnership_id, review_id) references report_document
);

-- The log up to a number, brought together, so that reading does not grow with it. It can be made anew from the log.
create table report_state (
	partnership_id uuid not null,
	review_id uuid not null,
	number integer not null,
	bytes bytea not null,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references report_document
);

-- Words that somebody deleted without having seen them, until the team says what becomes of them.
create table lost_words (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	-- The update by which they were lost.
	number integer not null,
	-- The heading they stood under, and what of it was deleted.
	heading text not null,
	block text not null,
	author_id uuid not null references person,
	words text not null,
	settled_by uuid references person,
	settled_at timestamptz,
	put_back boolean,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references report_document,
	check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (put_back is null))
);
create index on lost_words (partnership_id, review_id);

-- A moment of the document that somebody gave a name.
create table report_version (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	number integer not null,
	name text not null,
	made_by uuid not null references person,
	made_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references report_document
);
create index on report_version (partnership_id, review_id, number);

-- Whoever reads the document reads what it is made of.
create procedure protect_through_document(tenant_table regclass, rights text)
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', tenant_table);
	execute format('grant %s on %s to fresh_eyes_app', rights, tenant_table);
	execute format('create policy through_document on %1$s to fresh_eyes_app
		using (exists (select from report_document d where d.partnership_id = %1$s.partnership_id and d.review_id = %1$s.review_id))
		with check (exists (select from report_document d where d.partnership_id = %1$s.partnership_id and d.review_id = %1$s.review_id))',
		tenant_table);
end $$;
revoke all on procedure protect_through_document from public;
call protect_through_document('report_update', 'select, insert');
call protect_through_document('report_writer', 'select, insert');
call protect_through_document('report_state', 'select, insert, update (number, bytes)');
call protect_through_document('lost_words', 'select, insert, update (settled_by, settled_at, put_back)');
call protect_through_document('report_version', 'select, insert');
-- Nobody adds words as somebody else.
create policy own_words on report_update as restrictive for insert to fresh_eyes_app with check (author_id = app_person());
create policy own_number on report_writer as restrictive for insert to fresh_eyes_app with check (person_id = app_person());
