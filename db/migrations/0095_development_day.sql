-- The day on which the heads set priorities for the year, once a year (NFS-28): it brings together whom a heads’ meeting does, and its
-- day is known to all as theirs is.

alter table partnership_meeting
	drop constraint partnership_meeting_kind_check,
	add constraint partnership_meeting_kind_check
		check (kind in ('heads', 'development day', 'group', 'steering', 'deputies', 'governors'));

create or replace function invited_to(p_partnership uuid, p_kind text, p_group uuid, p_day date)
	returns table (person_id uuid, member_id uuid)
	language sql stable security definer set search_path = public
	begin atomic
		select a.person_id, a.member_id
		from appointment a
		join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where p_partnership = any (array(select app_partnerships()))
			and a.partnership_id = p_partnership and p_kind <> 'steering'
			and a.from_day <= p_day and (a.until_day is null or a.until_day > p_day)
			and m.from_day <= p_day and (m.until_day is null or m.until_day > p_day)
			and case p_kind
				when 'deputies' then a.role = 'deputy'
				when 'governors' then a.role = 'governor'
				else a.role in ('headteacher', 'executive head', 'head of school')
					and exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id)
					and (p_kind in ('heads', 'development day') or exists (select from group_membership g
						where g.partnership_id = a.partnership_id and g.group_id = p_group and g.member_id = a.member_id))
				end
		union
		select r.person_id, null from responsibility r
		where p_partnership = any (array(select app_partnerships()))
			and r.partnership_id = p_partnership
			and (p_kind in ('heads', 'development day', 'steering') and r.role in ('lead', 'chair', 'vice chair', 'administrator')
				or p_kind = 'steering' and r.role = 'steering')
			and r.from_day <= p_day and (r.until_day is null or r.until_day > p_day);
	end;

drop policy known on partnership_meeting;
create policy known on partnership_meeting for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (kind in ('heads', 'development day', 'steering') or app_attends(partnership_id, kind, group_id, day)));
