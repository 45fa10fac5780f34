-- What is written around the review day beside its report.

-- What the team says at the end of the day, a row for each circle that hears it: which findings in which order, which were left
-- out, and what the team adds. The findings themselves are read as they stand.
create table feedback_note (
	partnership_id uuid not null,
	review_id uuid not null,
	hearers text not null check (hearers in ('head', 'staff')),
	said text[] not null,
	left_out text[] not null,
	words text not null default '',
	version integer not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, hearers),
	foreign key (partnership_id, review_id) references review
);
call protect_confidential_table('feedback_note', 'select, insert, update (said, left_out, words, version, written_by, written_at)');

-- What the host tells its people before the day, in its own words: for staff and governors, and short for pupils.
create table briefing_note (
	partnership_id uuid not null,
	review_id uuid not null,
	words text not null,
	for_pupils text not null,
	version integer not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);
call protect_confidential_table('briefing_note', 'select, insert, update (words, for_pupils, version, written_by, written_at)');

-- Thanks after the day, once from each side: who thanked whom, when, in which words.
create table thank_you (
	partnership_id uuid not null,
	review_id uuid not null,
	side text not null check (side in ('host', 'team')),
	words text not null,
	thanked jsonb not null,
	sent_by uuid not null references person,
	sent_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, review_id, side),
	foreign key (partnership_id, review_id) references review
);
call protect_confidential_table('thank_you', 'select, insert');
