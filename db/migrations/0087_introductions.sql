-- Schools that work on the same are put in touch where both wish it (CEN-12); and what is offered during a review, to come and see
-- somebody or to be put in touch with them, is kept until it has come about (NFS-29).
create table focus_wish (
	partnership_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	theme_id uuid not null,
	words text not null,
	wished_by uuid not null references person,
	wished_at timestamptz not null,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, member_id) references member,
	foreign key (partnership_id, theme_id) references theme
);
create unique index one_standing_wish on focus_wish (partnership_id, theme_id, member_id) where taken_back_at is null;
create index on focus_wish (partnership_id, member_id);

-- Whether a school that the actor heads wishes it, too. As the owner: a policy that asked focus_wish would ask itself. Both schools
-- take part still.
create function app_wishes(p_partnership uuid, p_theme uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from focus_wish w
			join member m on m.partnership_id = w.partnership_id and m.id = w.member_id
			where w.partnership_id = p_partnership and w.theme_id = p_theme and w.taken_back_at is null
				and w.member_id = any (array(select app_headed_members()))
				and (m.until_day is null or m.until_day > app_today()));
	end;
-- Whether this school wishes it.
create function wishes(p_partnership uuid, p_theme uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from focus_wish where partnership_id = p_partnership and theme_id = p_theme and member_id = p_member
			and taken_back_at is null);
	end;
revoke all on function app_wishes, wishes from public;
grant execute on function app_wishes to fresh_eyes_app;

alter table focus_wish enable row level security;
grant select, insert, update (taken_back_at) on focus_wish to fresh_eyes_app;
create policy matched on focus_wish for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and (member_id = any (array(select app_headed_members()))
		or (taken_back_at is null and app_wishes(partnership_id, theme_id))));
create policy wish on focus_wish for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and wished_by = app_person() and taken_back_at is null
		and member_id = any (array(select app_headed_members())));
create policy take_back on focus_wish for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and member_id = any (array(select app_headed_members())))
	with check (taken_back_at is not null);

create table introduction (
	partnership_id uuid not null,
	id uuid not null,
	-- It was offered during a review, or it is of two schools that wish it in one theme.
	review_id uuid,
	theme_id uuid,
	-- Whose somebody shows or tells, and whose learns.
	giving_member_id uuid not null,
	gaining_member_id uuid not null,
	way text not null check (way in ('come and see', 'be put in touch')),
	about text not null,
	-- Staff by what they do there, never by name: 'the Year 3 teacher'.
	giving_staff text not null,
	gaining_staff text not null,
	due date not null,
	-- From which day on they can have met: the first of the review, or that on which it was made.
	since date not null,
	made_by uuid not null references person,
	made_at timestamptz not null,
	version integer not null default 1,
	-- What became of it: the day on which they met and what came of it, or why it is given up.
	met_on date,
	outcome text not null default '',
	given_up_because text not null default '',
	told_by uuid references person,
	told_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, theme_id) references theme,
	foreign key (partnership_id, giving_member_id) references member,
	foreign key (partnership_id, gaining_member_id) references member,
	check (giving_member_id <> gaining_member_id),
	check ((review_id is null) <> (theme_id is null)),
	check ((told_by is null) = (told_at is null)),
	check ((told_by is not null) = (met_on is not null or given_up_because <> '')),
	check (met_on is null or given_up_because = '')
);
create index on introduction (partnership_id, giving_member_id);
create index on introduction (partnership_id, gaining_member_id);
create index on introduction (partnership_id, review_id);
create index on introduction (made_by);

-- Whether the actor may make it: on the team of its review or heading its host, which is one of the two schools; or heading one of two
-- that wish it. As the owner: what is asked of another school's wishes tells nothing else.
create function app_introduces(p_partnership uuid, p_review uuid, p_theme uuid, p_giving uuid, p_gaining uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select case when p_review is null then array[p_giving, p_gaining] && array(select app_headed_members())
				and wishes(p_partnership, p_theme, p_giving) and wishes(p_partnership, p_theme, p_gaining)
			else array['team:' || p_review, 'host:' || p_review] && array(select app_keys())
				and exists (select from review where partnership_id = p_partnership and id = p_review
					and host_member_id in (p_giving, p_gaining)) end;
	end;
revoke all on function app_introduces from public;
grant execute on function app_introduces to fresh_eyes_app;

alter table introduction enable row level security;
grant select, insert, update (way, about, giving_staff, gaining_staff, due, version, met_on, outcome, given_up_because, told_by, told_at)
	on introduction to fresh_eyes_app;
-- By heads of the two schools; and of what was offered during a review by who made it, while bound on its team.
create policy concerned on introduction for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (array[giving_member_id, gaining_member_id] && array(select app_headed_members())
			or (made_by = app_person() and 'team:' || review_id = any (array(select app_keys())))));
create policy make on introduction for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and made_by = app_person() and told_by is null
		and app_introduces(partnership_id, review_id, theme_id, giving_member_id, gaining_member_id));
-- By the same, until what became of it is told.
create policy see_to on introduction for update to fresh_eyes_app
	using (told_at is null and partnership_id = any (array(select app_partnerships()))
		and (array[giving_member_id, gaining_member_id] && array(select app_headed_members())
			or (made_by = app_person() and 'team:' || review_id = any (array(select app_keys())))))
	with check (told_by is null or told_by = app_person());
