-- What reviewers take home from a review (CEN-15): each for themselves, and for the heads of their own school where they say so. Others
-- learn how many of each kind a school's people took home, and no word of it.
create table taken_home (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	-- Whose reviewer took it home; null for somebody of no school here.
	member_id uuid,
	kind text not null check (kind in ('a resource', 'a method', 'reassurance', 'professional development')),
	words text not null,
	-- Open to the heads of that school.
	opened boolean not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	version integer not null default 1,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, member_id) references member,
	check (not opened or member_id is not null)
);
create index on taken_home (partnership_id, review_id, written_by);
create index on taken_home (partnership_id, member_id) where opened;
alter table taken_home enable row level security;
grant select, insert, update (member_id, kind, words, opened, written_at, version, taken_back_at) on taken_home to fresh_eyes_app;

create policy read on taken_home for select to fresh_eyes_app
	using ((partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews())))
		and (written_by = app_person() or (opened and taken_back_at is null and member_id = any (array(select app_headed_members())))));
-- By who is bound on its team, from its last day on, and for a school of their own.
create policy take on taken_home for insert to fresh_eyes_app
	with check (written_by = app_person() and 'team:' || review_id = any (array(select app_keys()))
		and (member_id is null or member_id = any (array(select app_own_members())))
		and exists (select from review r where r.partnership_id = taken_home.partnership_id and r.id = review_id
			and r.last_day <= app_today()));
create policy put_right on taken_home for update to fresh_eyes_app
	using (written_by = app_person() and (partnership_id = any (array(select app_partnerships()))
		or review_id = any (array(select app_reviews()))))
	with check (written_by = app_person() and (member_id is null or member_id = any (array(select app_own_members()))));

-- How many of each kind the people of each school took home from the reviews that began in some days. Runs as the owner because nobody reads
-- others' words; for whoever belongs to the partnership.
create function taken_home_counts(p_partnership uuid, p_from date, p_to date)
	returns table (member_id uuid, kind text, how_many integer)
	language sql stable security definer set search_path = public
	begin atomic
		select t.member_id, t.kind, count(*)::int from taken_home t
		join review r on r.partnership_id = t.partnership_id and r.id = t.review_id
		where t.partnership_id = p_partnership and p_partnership = any (array(select app_partnerships()))
			and r.first_day between p_from and p_to and t.taken_back_at is null
		group by t.member_id, t.kind;
	end;
revoke all on function taken_home_counts from public;
grant execute on function taken_home_counts to fresh_eyes_app;
