-- Photos of a piece of evidence, as the server made them anew: pixels and nothing else. Whoever reads the piece reads them, so
-- that they have no readers of their own to fall out of step.

create table photo (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	evidence_id uuid not null,
	taken_by uuid not null references person,
	-- What it shows, for those who do not see it.
	description text not null,
	width integer not null,
	height integer not null,
	-- Of the whole, in bytes and by digest.
	size integer not null,
	sha256 text not null,
	-- As a list shows it: some ten kilobytes.
	thumbnail bytea not null,
	taken_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, evidence_id) references evidence
);
create index on photo (partnership_id, evidence_id);

-- The whole, in parts that any database takes in its stride.
create table photo_chunk (
	partnership_id uuid not null,
	photo_id uuid not null,
	number integer not null,
	bytes bytea not null,
	primary key (partnership_id, photo_id, number),
	foreign key (partnership_id, photo_id) references photo on delete cascade
);

-- What stays of a photo that was removed: that there was one. A late copy of it is not taken again.
create table photo_removal (
	partnership_id uuid not null,
	photo_id uuid not null,
	evidence_id uuid not null,
	removed_by uuid not null references person,
	removed_at timestamptz not null,
	primary key (partnership_id, photo_id),
	foreign key (partnership_id, evidence_id) references evidence
);

alter table photo enable row level security;
grant select, insert, delete on photo to fresh_eyes_app;
create policy through_evidence on photo to fresh_eyes_app using
	(exists (select from evidence e where e.partnership_id = photo.partnership_id and e.id = evidence_id));

alter table photo_chunk enable row level security;
grant select, insert on photo_chunk to fresh_eyes_app;
create policy through_photo on photo_chunk to fresh_eyes_app using
	(exists (select from photo p where p.partnership_id = photo_chunk.partnership_id and p.id = photo_id));

alter table photo_removal enable row level security;
grant select, insert on photo_removal to fresh_eyes_app;
create policy through_evidence on photo_removal to fresh_eyes_app using
	(exists (select from evidence e where e.partnership_id = photo_removal.partnership_id and e.id = evidence_id));

call count_news_of('photo');
