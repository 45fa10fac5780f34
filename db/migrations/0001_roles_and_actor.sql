-- Two roles that no one can log in as. Every transaction takes one of them (see src/platform/db/database.ts).
-- fresh_eyes_app: what people, links and jobs may touch, always under row-level security.
-- fresh_eyes_sign_in: sessions and magic links, and nothing of the domain.
do $$
begin
	if not exists (select from pg_roles where rolname = 'fresh_eyes_app') then
		create role fresh_eyes_app nologin;
	end if;
	if not exists (select from pg_roles where rolname = 'fresh_eyes_sign_in') then
		create role fresh_eyes_sign_in nologin;
	end if;
end
$$;

revoke all on schema public from public;
grant usage on schema public to fresh_eyes_app, fresh_eyes_sign_in;

-- Who is acting and which day it is, as the transaction said when it opened. Empty means nobody: policies then admit no row.
create function app_person() returns uuid
	language sql stable parallel safe
	return nullif(current_setting('app.person', true), '')::uuid;

create function app_today() returns date
	language sql stable parallel safe
	return coalesce(nullif(current_setting('app.today', true), '')::date, current_date);
