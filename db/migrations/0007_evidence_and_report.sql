-- Evidence, findings that cite it, and the report made of them. Every row carries the keys of those who may read it.

create table evidence (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	author_id uuid not null references person,
	activity_id uuid,
	line_id uuid,
	source text not null,
	kind text not null,
	seen text not null,
	so_what text not null default '',
	contradicts_host boolean not null default false,
	outside_focus boolean not null default false,
	pupil_year text not null default '',
	pupil_words boolean not null default false,
	recorded_at timestamptz not null,
	version integer not null default 1,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, line_id) references line_of_enquiry,
	foreign key (partnership_id, activity_id) references activity
);
create index on evidence (partnership_id, review_id, recorded_at);

-- What a piece of evidence said before each edit.
create table evidence_revision (
	partnership_id uuid not null,
	evidence_id uuid not null,
	version integer not null,
	review_id uuid not null,
	source text not null,
	kind text not null,
	line_id uuid,
	seen text not null,
	so_what text not null,
	replaced_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, evidence_id, version),
	foreign key (partnership_id, evidence_id) references evidence
);

create table evidence_withdrawal (
	partnership_id uuid not null,
	evidence_id uuid not null,
	review_id uuid not null,
	reason text not null,
	withdrawn_by uuid not null references person,
	withdrawn_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, evidence_id),
	foreign key (partnership_id, evidence_id) references evidence
);

create table finding (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	line_id uuid,
	kind text not null,
	seen text not null,
	effect text not null,
	position integer not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	version integer not null default 1,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, line_id) references line_of_enquiry
);
create index on finding (partnership_id, review_id, position);

create table finding_evidence (
	partnership_id uuid not null,
	finding_id uuid not null,
	evidence_id uuid not null,
	primary key (partnership_id, finding_id, evidence_id),
	foreign key (partnership_id, finding_id) references finding,
	foreign key (partnership_id, evidence_id) references evidence
);
create index on finding_evidence (partnership_id, evidence_id);

create table finding_withdrawal (
	partnership_id uuid not null,
	finding_id uuid not null,
	review_id uuid not null,
	withdrawn_by uuid not null references person,
	withdrawn_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, finding_id),
	foreign key (partnership_id, finding_id) references finding
);

-- The report as it is being written, a row a heading.
create table report_section (
	partnership_id uuid not null,
	review_id uuid not null,
	heading text not null,
	body text not null,
	version integer not null default 1,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, heading),
	foreign key (partnership_id, review_id) references review
);

-- One edition is what is signed: the body as it stood, whole, with its digest. A change of the body makes the next.
create table edition (
	partnership_id uuid not null,
	review_id uuid not null,
	number integer not null,
	body jsonb not null,
	digest text not null,
	made_by uuid not null references person,
	made_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, number),
	foreign key (partnership_id, review_id) references review
);

-- The body was changed after this edition was put up for signing, so its signatures no longer cover what is written. Taken
-- away again where the change is taken back.
create table reopening (
	partnership_id uuid not null,
	review_id uuid not null,
	edition_number integer not null,
	changed_by uuid not null references person,
	changed_at timestamptz not null,
	primary key (partnership_id, review_id, edition_number),
	foreign key (partnership_id, review_id, edition_number) references edition
);

-- Signed by the person, or recorded by the facilitator with the reason why they cannot; whoever can after all signs over it.
create table sign_off (
	partnership_id uuid not null,
	review_id uuid not null,
	edition_number integer not null,
	person_id uuid not null references person,
	recorded_by uuid not null references person,
	cannot_sign_because text,
	signed_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, edition_number, person_id),
	foreign key (partnership_id, review_id, edition_number) references edition,
	check ((recorded_by = person_id) = (cannot_sign_because is null))
);

-- Added after signing, and reopening nothing: the host's response (each head in their own role, NFS-30) and the team's
-- further comments, under the protocol's headings for them. The host's context to a draft (NFS-27) stands under no heading.
create table remark (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	kind text not null check (kind in ('host response', 'team comment', 'host context')),
	heading text,
	author_id uuid not null references person,
	author_role text not null,
	words text not null,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on remark (partnership_id, review_id);

create table publication (
	partnership_id uuid not null,
	review_id uuid not null,
	edition_number integer not null,
	published_by uuid not null references person,
	published_at timestamptz not null,
	primary key (partnership_id, review_id, edition_number),
	foreign key (partnership_id, review_id, edition_number) references edition
);

-- To whom the host's head has opened a thing of this review, beyond the protocol's floor; taken back with a date (KSA-10).
create table release (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	thing text not null,
	audience text not null,
	released_by uuid not null references person,
	released_at timestamptz not null,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create unique index one_current_release on release (partnership_id, review_id, thing, audience) where taken_back_at is null;

call protect_confidential_table('evidence', 'select, insert, update (line_id, activity_id, source, kind, seen, so_what, contradicts_host, outside_focus, pupil_year, pupil_words, version, keys)');
call protect_confidential_table('evidence_revision', 'select, insert, update (keys)');
call protect_confidential_table('evidence_withdrawal', 'select, insert, update (keys)');
call protect_confidential_table('finding', 'select, insert, update (line_id, kind, seen, effect, position, version, keys)');
call protect_confidential_table('finding_withdrawal', 'select, insert, update (keys)');
call protect_confidential_table('report_section', 'select, insert, update (body, version, written_by, written_at, keys)');
call protect_confidential_table('edition', 'select, insert, update (keys)');
call protect_confidential_table('sign_off', 'select, insert, update (recorded_by, cannot_sign_because, signed_at, keys)');
call protect_confidential_table('remark', 'select, insert, update (keys)');
call protect_review_table('reopening', 'select, insert, delete');
call protect_review_table('publication', 'select, insert');
call protect_review_table('release', 'select, insert, update (taken_back_at)');

alter table finding_evidence enable row level security;
grant select, insert, delete on finding_evidence to fresh_eyes_app;
create policy through_finding on finding_evidence to fresh_eyes_app using
	(exists (select from finding f where f.partnership_id = finding_evidence.partnership_id and f.id = finding_id));

-- Looking at something confidential is written down for guests and for the head of a school that has left, too.
create policy guest on audit_entry for insert to fresh_eyes_app with check
	(partnership_id = any (array(select r.partnership_id from review r where r.id = any (array(select app_reviews())))));
