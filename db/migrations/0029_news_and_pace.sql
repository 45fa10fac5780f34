-- What a day's screens show changes under those who look at them. Every statement that changes it counts the review's news on; a
-- process that serves screens asks for the numbers of the reviews that somebody watches, and tells them that there is news.
create table news (
	partnership_id uuid not null,
	review_id uuid not null unique,
	number bigint not null default 1,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);
call protect_review_table('news', 'select');
-- The server itself watches for all who have opened a stream; whether they still may is asked as them.
create policy job on news for select to fresh_eyes_app using (app_job() = 'live');

create function count_news() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	insert into news (partnership_id, review_id)
	select distinct partnership_id, review_id from changed order by review_id
	on conflict (partnership_id, review_id) do update set number = news.number + 1;
	return null;
end $$;
revoke all on function count_news from public;

create procedure count_news_of(variadic tables text[])
	language plpgsql as $$
declare
	counted text;
begin
	foreach counted in array tables loop
		execute format('create trigger news_insert after insert on %I referencing new table as changed
			for each statement execute function count_news()', counted);
		execute format('create trigger news_update after update on %I referencing new table as changed
			for each statement execute function count_news()', counted);
		execute format('create trigger news_delete after delete on %I referencing old table as changed
			for each statement execute function count_news()', counted);
	end loop;
end $$;
revoke all on procedure count_news_of from public;

-- How far the day is behind its timetable, in the words of one of the team, at one moment. The last word of a day counts.
create table pace (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	day date not null,
	minutes_behind integer not null check (minutes_behind between 0 and 240),
	said_by uuid not null references person,
	said_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on pace (partnership_id, review_id, said_at);
-- It is read with the timetable that it tells of.
alter table pace enable row level security;
grant select, insert on pace to fresh_eyes_app;
create policy plan on pace to fresh_eyes_app
	using (review_id = any (array(select app_plans()))) with check (review_id = any (array(select app_plans())));

-- What a day is made of. Who cites a piece is told by its finding, which is written in the same transaction.
call count_news_of('activity', 'closure', 'confidentiality_agreement', 'evidence', 'evidence_withdrawal', 'finding',
	'finding_withdrawal', 'line_of_enquiry', 'pace', 'plan_agreement', 'publication', 'standstill', 'team_member');
