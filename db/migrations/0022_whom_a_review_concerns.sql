-- The reviews in which something may be asked of the actor: on the team, heading the host, or by a responsibility that
-- protocols ask things of; nearest to today first. In one function, past the policies of each table it reads: it gives only
-- what the actor reaches by app_teams(), app_reviews() or a responsibility of their own, and half the time of the same by row.
create function app_concerning_reviews(p_since date, p_most int) returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select r.id from (
			select partnership_id, review_id from app_teams()
			union
			select r.partnership_id, r.id
			from appointment a
			join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
			join review r on r.partnership_id = a.partnership_id and r.host_member_id = a.member_id
			where a.person_id = app_person() and a.role in ('headteacher', 'executive head', 'head of school')
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
			union
			select r.partnership_id, r.id
			from responsibility p join review r on r.partnership_id = p.partnership_id
			where p.person_id = app_person() and p.role in ('lead', 'chair', 'vice chair', 'administrator', 'outside partner')
				and p.from_day <= app_today() and (p.until_day is null or p.until_day > app_today())
		) mine (partnership_id, review_id)
		join review r on r.partnership_id = mine.partnership_id and r.id = mine.review_id
		where (r.last_day is null or r.last_day >= p_since)
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
		order by abs(r.first_day - app_today()) nulls first, r.id limit p_most;
	end;
revoke all on function app_concerning_reviews from public;
grant execute on function app_concerning_reviews to fresh_eyes_app;

-- As in 0015, found by the index on partnership and review.
create or replace function people_to_invite(p_review uuid) returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select p from (
			select t.person_id as p from review r
			join team_member t on t.partnership_id = r.partnership_id and t.review_id = r.id
			where r.id = p_review
			union
			select a.person_id from review r
			join appointment a on a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
			where r.id = p_review and a.role in ('headteacher', 'executive head', 'head of school')
			union
			select e.person_id from review r
			join calendar_entry e on e.partnership_id = r.partnership_id and e.review_id = r.id
			where r.id = p_review
		) people where app_job() = 'invitations';
	end;
