-- What was seen outside the focus and is kept apart (CSC-26) is the team's, whoever else reads its evidence, until the team
-- shows a piece of it to the host.

alter table evidence add column kept_apart boolean not null default false;
grant update (kept_apart) on evidence to fresh_eyes_app;

-- One piece shown to the host by one of the team, and taken back. No more than one at a time.
create table showing (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	evidence_id uuid not null,
	shown_by uuid not null references person,
	shown_at timestamptz not null,
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, evidence_id) references evidence,
	check ((taken_back_by is null) = (taken_back_at is null))
);
create index on showing (partnership_id, review_id);
create unique index one_current_showing on showing (partnership_id, evidence_id) where taken_back_at is null;
alter table showing enable row level security;
grant select, insert, update (taken_back_by, taken_back_at) on showing to fresh_eyes_app;
-- Whoever reads the piece may know that it is shown; the team alone shows and takes back.
create policy through_piece on showing for select to fresh_eyes_app
	using (exists (select from evidence e where e.partnership_id = showing.partnership_id and e.id = evidence_id));
create policy shown_by_team on showing for insert to fresh_eyes_app
	with check ('team:' || review_id = any (array(select app_keys())) and exists (select from evidence e
		where e.partnership_id = showing.partnership_id and e.review_id = showing.review_id and e.id = evidence_id));
create policy taken_back_by_team on showing for update to fresh_eyes_app
	using ('team:' || review_id = any (array(select app_keys())))
	with check ('team:' || review_id = any (array(select app_keys())));

-- Whatever keys a row is given, by a deed, a release or a closure: of a piece kept apart the team's stay, and the host's are
-- there while it is shown.
create function keys_of_parked(p_partnership uuid, p_evidence uuid, p_review uuid, p_keys text[]) returns text[]
	language sql stable security definer set search_path = public
	begin atomic
		select array(select key from unnest(p_keys) as given (key) where key = 'team:' || p_review)
			|| array(select 'host:' || p_review where exists (select from showing s
				where s.partnership_id = p_partnership and s.evidence_id = p_evidence and s.taken_back_at is null));
	end;
revoke all on function keys_of_parked from public;

create function narrow_parked() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if new.kept_apart then
		new.keys := keys_of_parked(new.partnership_id, new.id, new.review_id, new.keys);
	end if;
	return new;
end $$;
create trigger narrow_parked before insert or update on evidence for each row execute function narrow_parked();

create function narrow_with_piece() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if exists (select from evidence e
		where e.partnership_id = new.partnership_id and e.id = new.evidence_id and e.kept_apart) then
		new.keys := keys_of_parked(new.partnership_id, new.evidence_id, new.review_id, new.keys);
	end if;
	return new;
end $$;
create trigger narrow_with_piece before insert or update on evidence_withdrawal
	for each row execute function narrow_with_piece();

-- What a piece said before it was changed stays with those who write: it may have been within the focus then, or outside it.
create function narrow_to_team() returns trigger
	language plpgsql as $$
begin
	new.keys := array(select key from unnest(new.keys) as given (key) where key = 'team:' || new.review_id);
	return new;
end $$;
create trigger narrow_to_team before insert or update on evidence_revision for each row execute function narrow_to_team();
revoke all on function narrow_parked, narrow_with_piece, narrow_to_team from public;

-- What there is already.
update evidence e set kept_apart = true
	from review r join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id
	where r.partnership_id = e.partnership_id and r.id = e.review_id and e.outside_focus
		and v.document #>> '{evidence,outsideFocus}' = 'kept apart';
update evidence_withdrawal set keys = keys;
update evidence_revision set keys = keys;
