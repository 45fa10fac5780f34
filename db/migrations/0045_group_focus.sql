-- What a group looks into together in its school year, item by item, and what of it concerns each of its schools (CSC-9).
create table group_focus (
	partnership_id uuid not null,
	group_id uuid not null,
	words text not null,
	version integer not null default 1,
	written_by uuid not null references person,
	written_at timestamptz not null,
	primary key (partnership_id, group_id),
	foreign key (partnership_id, group_id) references member_group
);

-- A letter is given once: one that was dropped keeps its own.
create table group_item (
	partnership_id uuid not null,
	id uuid not null,
	group_id uuid not null,
	letter text not null,
	form text not null check (form in ('question', 'undertaking')),
	words text not null,
	version integer not null default 1,
	added_by uuid not null references person,
	added_at timestamptz not null,
	dropped_at timestamptz,
	primary key (partnership_id, id),
	unique (partnership_id, group_id, letter),
	foreign key (partnership_id, group_id) references group_focus
);

-- A school's own aspect of the focus, and the items that do not apply to it; where there are any, why.
create table group_part (
	partnership_id uuid not null,
	group_id uuid not null,
	member_id uuid not null,
	aspect text not null,
	not_applicable uuid[] not null,
	reason text not null,
	version integer not null default 1,
	said_by uuid not null references person,
	said_at timestamptz not null,
	primary key (partnership_id, group_id, member_id),
	foreign key (partnership_id, group_id) references group_focus,
	foreign key (partnership_id, group_id, member_id) references group_membership,
	check ((not_applicable = '{}') = (reason = ''))
);
create index on group_part (partnership_id, member_id);

call protect_tenant_table('group_focus', 'select, insert, update (words, version, written_by, written_at)');
call protect_tenant_table('group_item', 'select, insert, update (form, words, version, dropped_at)');
call protect_tenant_table('group_part',
	'select, insert, update (aspect, not_applicable, reason, version, said_by, said_at)');

-- A line may stand for an item of the host's group, from its beginning on.
alter table line_of_enquiry
	add item_id uuid,
	add foreign key (partnership_id, item_id) references group_item;
create unique index one_line_an_item on line_of_enquiry (partnership_id, review_id, item_id) where dropped_at is null;
create index on line_of_enquiry (partnership_id, item_id) where item_id is not null;

-- The lines that stand for a group's items, for whoever reads the plan they are in or a finding on them: what is found on an item
-- is found there also by those to whom the plan is not open.
create function lines_for_items(p_partnership uuid, p_group uuid) returns table (item_id uuid, review_id uuid, line_id uuid)
	language sql stable security definer set search_path = public
	begin atomic
		select l.item_id, l.review_id, l.id
		from group_item i
		join line_of_enquiry l on l.partnership_id = i.partnership_id and l.item_id = i.id
		where i.partnership_id = p_partnership and i.group_id = p_group and l.dropped_at is null
			and i.partnership_id = any (array(select app_partnerships()))
			and (l.review_id = any (array(select app_plans()))
				or exists (select from finding f where f.partnership_id = l.partnership_id and f.review_id = l.review_id
					and f.line_id = l.id and f.keys && array(select app_keys())
					and not exists (select from finding_withdrawal w
						where w.partnership_id = f.partnership_id and w.finding_id = f.id)));
	end;
revoke all on function lines_for_items from public;
grant execute on function lines_for_items to fresh_eyes_app;
