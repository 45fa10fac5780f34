-- Public reference data, the same for every partnership: the national register of schools, who took over from whom, and
-- published results. Everybody may read it; only the owner writes it (src/domain/register/load.server.ts).

create table register_school (
	urn integer primary key,
	name text not null,
	local_authority text not null,
	la_code text not null,
	country text not null,
	phase text not null,
	type text not null,
	gender text not null,
	status text not null check (status in ('open', 'proposed to close', 'proposed to open', 'closed')),
	town text not null,
	locality text not null,
	postcode text not null,
	district text not null,
	easting integer,
	northing integer,
	low_age integer,
	high_age integer,
	pupils integer,
	capacity integer,
	fsm_percent double precision,
	religious_character text not null,
	trust text not null,
	special_provision text not null,
	inspected_on date,
	inspection_outcome text not null,
	opened_on date,
	closed_on date,
	-- Not in the register itself: another school's link is all that is known of it.
	known_by_link boolean not null,
	-- The URN whose place this is, where its own is not known.
	place_from integer
);

create table register_link (
	predecessor integer not null,
	successor integer not null,
	kind text not null check (kind in ('succeeded', 'merged', 'amalgamated', 'split')),
	day date,
	primary key (predecessor, successor)
);
create index on register_link (successor);

-- Key stage 2 as DfE published it. Null figures were not published; a suppressed row is a school with too few pupils to show.
create table national_result (
	urn integer not null,
	year text not null,
	pupils integer,
	suppressed boolean not null,
	rwm_expected double precision,
	rwm_higher double precision,
	reading_score double precision,
	maths_score double precision,
	reading_progress double precision,
	writing_progress double precision,
	maths_progress double precision,
	primary key (urn, year)
);

-- Which data the tables above hold. A row is written when a load is complete, so a load cut short is simply done again.
create table reference_edition (
	number integer primary key generated always as identity,
	subject text not null check (subject in ('register', 'results')),
	hash text not null,
	as_of date not null,
	loaded_at timestamptz not null default now()
);

grant select on register_school, register_link, national_result, reference_edition to fresh_eyes_app;
