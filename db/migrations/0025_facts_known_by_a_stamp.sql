-- The facts of a review are read far more often than they change, and take twenty look-ups. Whatever changes them gives the
-- review, or its partnership, a stamp there has never been; who keeps facts with their stamp need not read them again. A
-- stamp is drawn by lot and not counted: what was read in a transaction that is undone is never taken for what came after it.
alter table review add column facts_stamp uuid not null default gen_random_uuid();
alter table partnership add column facts_stamp uuid not null default gen_random_uuid();

create function new_facts_stamp() returns trigger
	language plpgsql as $$
begin
	new.facts_stamp := gen_random_uuid();
	return new;
end $$;
create trigger facts_stamp before update on review for each row execute function new_facts_stamp();
create trigger facts_stamp before update on partnership for each row execute function new_facts_stamp();

-- The triggers below call these with the rows that a statement changed.
create function stamp_reviews() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	update review r set facts_stamp = default
	where (r.partnership_id, r.id) in (select partnership_id, review_id from changed);
	return null;
end $$;

-- For what facts say of members and groups.
create function stamp_partnerships() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	update partnership set facts_stamp = default where id in (select partnership_id from changed);
	return null;
end $$;

-- For what facts say of people: they may be on teams of other partnerships than those they belong to.
create function stamp_partnerships_of(p_people uuid[]) returns void
	language sql security definer set search_path = public
	begin atomic
		update partnership set facts_stamp = default where id in (
			select partnership_id from appointment where person_id = any (p_people)
			union select partnership_id from team_member where person_id = any (p_people));
	end;
create function stamp_by_appointments() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	perform stamp_partnerships_of(array(select person_id from changed));
	return null;
end $$;
create function stamp_by_confirmations() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	perform stamp_partnerships_of(array(select a.person_id
		from changed c join appointment a on a.partnership_id = c.partnership_id and a.id = c.appointment_id));
	return null;
end $$;
create function stamp_by_name() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	perform stamp_partnerships_of(array[new.id]);
	return null;
end $$;
revoke all on function new_facts_stamp, stamp_reviews, stamp_partnerships, stamp_partnerships_of, stamp_by_appointments,
	stamp_by_confirmations, stamp_by_name from public;

create procedure stamp_when_changed(stamping text, variadic tables text[])
	language plpgsql as $$
declare
	stamped text;
begin
	foreach stamped in array tables loop
		execute format('create trigger facts_stamp_insert after insert on %I referencing new table as changed
			for each statement execute function %I()', stamped, stamping);
		execute format('create trigger facts_stamp_update after update on %I referencing new table as changed
			for each statement execute function %I()', stamped, stamping);
		execute format('create trigger facts_stamp_delete after delete on %I referencing old table as changed
			for each statement execute function %I()', stamped, stamping);
	end loop;
end $$;
revoke all on procedure stamp_when_changed from public;
call stamp_when_changed('stamp_reviews', 'acceptance', 'action', 'activity', 'closure', 'confidentiality_agreement', 'edition',
	'line_of_enquiry', 'look_back', 'plan_agreement', 'pre_review_meeting', 'progress_report', 'publication', 'remark',
	'reopening', 'sign_off', 'stage_tick', 'standstill', 'team_member', 'workshop');
call stamp_when_changed('stamp_partnerships', 'member', 'member_group', 'group_membership');
call stamp_when_changed('stamp_by_appointments', 'appointment');
call stamp_when_changed('stamp_by_confirmations', 'appointment_confirmation');
create trigger facts_stamp after update of name on person
	for each row when (old.name is distinct from new.name) execute function stamp_by_name();

-- What facts are kept by. Some are of their day.
create function facts_stamp(p_review uuid, p_partnership uuid) returns text
	language sql stable return concat_ws(' ', p_review, p_partnership, app_today());
