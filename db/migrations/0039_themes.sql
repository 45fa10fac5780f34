-- What a partnership calls the things that recur in its reviews. One that is not used any more is retired: what carries it keeps it.
create table theme (
	partnership_id uuid not null references partnership,
	id uuid not null,
	label text not null,
	-- Words by which it is suggested.
	keywords text[] not null,
	retired_at timestamptz,
	version integer not null default 1,
	primary key (partnership_id, id)
);
create unique index theme_label on theme (partnership_id, lower(label));
call protect_tenant_table('theme', 'select, insert, update (label, keywords, retired_at, version)');
-- A guest on a team sorts with the words of that partnership.
create policy guest on theme for select to fresh_eyes_app
	using (partnership_id = any (array(select r.partnership_id from review r where r.id = any (array(select app_reviews())))));

create table finding_theme (
	partnership_id uuid not null,
	finding_id uuid not null,
	theme_id uuid not null,
	review_id uuid not null,
	set_by uuid not null references person,
	set_at timestamptz not null,
	primary key (partnership_id, finding_id, theme_id),
	foreign key (partnership_id, finding_id) references finding,
	foreign key (partnership_id, theme_id) references theme,
	foreign key (partnership_id, review_id) references review
);
create index on finding_theme (partnership_id, theme_id);
create index on finding_theme (partnership_id, review_id);
alter table finding_theme enable row level security;
grant select, insert, delete on finding_theme to fresh_eyes_app;
create policy through_finding on finding_theme to fresh_eyes_app using
	(exists (select from finding f where f.partnership_id = finding_theme.partnership_id and f.id = finding_id));
create policy own_theme on finding_theme as restrictive for insert to fresh_eyes_app with check (set_by = app_person());
call count_news_of('finding_theme');

-- With which a partnership begins; it changes them as it likes.
create function begin_themes(p_partnership uuid) returns void
	language sql set search_path = public as $$
	insert into theme (partnership_id, id, label, keywords)
	select p_partnership, gen_random_uuid(), label, string_to_array(keywords, ', ') from (values
		('Reading', 'read, reader, reading, book, books, phonics, library, story'),
		('Writing', 'write, writing, spelling, handwriting, draft'),
		('Mathematics', 'maths, mathematics, number, calculation, times tables'),
		('Spoken language and vocabulary', 'talk, vocabulary, spoken, oracy, words'),
		('Curriculum', 'curriculum, sequence, subject, scheme, topic'),
		('Marking and feedback', 'marking, marker, feedback, comment'),
		('Assessment', 'assessment, test, tests, tracking, moderation'),
		('Questions and discussion', 'questioning, discussion, explain, reasoning'),
		('Challenge and expectations', 'challenge, expectation, expectations, pitch'),
		('Special educational needs', 'SEND, SEN, needs, adapted, support plan'),
		('Disadvantaged pupils', 'disadvantaged, pupil premium, free school meals'),
		('Early years', 'nursery, reception, early years, EYFS'),
		('Behaviour and routines', 'behaviour, routine, routines, calm, low-level'),
		('Attendance', 'attendance, absence, absent, late'),
		('Wellbeing', 'wellbeing, friendship, worry, safe, bullying'),
		('Leadership of subjects', 'subject leader, subject leaders, leader, leaders, monitoring')
	) as list (label, keywords)
	where not exists (select from theme where partnership_id = p_partnership)
$$;
revoke all on function begin_themes from public;
grant execute on function begin_themes to fresh_eyes_app;
select begin_themes(id) from partnership;
