-- Every question about what is confidential asks for the asker's keys, and they for what the asker has agreed to: without this it
-- reads the agreements of everybody.
create index on confidentiality_agreement (person_id);
-- Reports are watched by their review alone.
create index on report_document (review_id);

-- What the policy `audience` says of a report's document, for what reads past it: asking it once for all that belongs to the document.
-- test/permissions/audience-table.test.ts holds the two together, for everybody.
create function app_reads_draft(p_review uuid) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from report_document d
		where d.review_id = p_review
			and (d.partnership_id = any (array(select app_partnerships())) or d.review_id = any (array(select app_reviews())))
			and d.keys && array(select app_keys()));
revoke all on function app_reads_draft from public;

-- Which of these people read the draft of which report, pair by pair, in one question for all who listen in a process: each of them is
-- the actor for a moment. Nobody but the job that watches may ask for others.
create function who_reads_drafts(p_people uuid[], p_reviews uuid[]) returns boolean[]
	language plpgsql volatile security definer set search_path = public as $$
declare
	reads boolean[] := '{}';
begin
	if app_job() is distinct from 'live' then
		return array_fill(false, array[cardinality(p_people)]);
	end if;
	for nth in 1 .. cardinality(p_people) loop
		perform set_config('app.person', p_people[nth]::text, true);
		reads := reads || app_reads_draft(p_reviews[nth]);
	end loop;
	perform set_config('app.person', '', true);
	return reads;
end $$;
revoke all on function who_reads_drafts from public;
grant execute on function who_reads_drafts to fresh_eyes_app;

-- All that those who write a report are told, at one moment: the number of everything about it (0038), that of its log and that of the
-- review's news, who is where, and at most so much of the log after a number, in base64. No row for whoever does not read the draft.
create function report_news(p_partnership uuid, p_review uuid, p_after integer, p_most integer)
	returns table (number bigint, log integer, news integer, carets json, since text[])
	language sql stable security definer set search_path = public
	begin atomic
		select a.number, d.number, coalesce(n.number, 0)::integer,
			(select coalesce(json_agg(json_build_object('writer', c.writer, 'personId', c.person_id, 'name', c.name, 'caret', c.caret)), '[]')
				from (select k.writer, k.person_id, p.name, k.caret from report_caret k join person p on p.id = k.person_id
					where k.partnership_id = p_partnership and k.review_id = p_review
						and k.seen_at > clock_timestamp() - interval '30 seconds'
					order by p.name, k.writer limit 200) c),
			array(select translate(encode(u.bytes, 'base64'), e'\n', '') from report_update u
				where u.partnership_id = p_partnership and u.review_id = p_review and u.number > p_after
				order by u.number limit p_most)
		from report_document d
		join app_report_numbers(array[p_review]) a on a.review_id = d.review_id
		left join news n on n.partnership_id = d.partnership_id and n.review_id = d.review_id
		where d.partnership_id = p_partnership and d.review_id = p_review and app_reads_draft(p_review);
	end;
revoke all on function report_news from public;
grant execute on function report_news to fresh_eyes_app;

-- As in 0044, but that whether the asker reads the draft is asked once, and not by each table: everybody else who writes waits meanwhile.
-- Whoever does not is told of nothing that belongs to it; before there is a document, its team and the host's head are.
create or replace function take_report_turn(p_partnership uuid, p_review uuid, p_update uuid, p_from integer, p_most integer)
	returns table (number integer, known boolean, edition boolean, published boolean, writers json, since text[])
	language plpgsql volatile security definer set search_path = public as $$
declare
	held integer;
begin
	perform wait_for_report(p_review);
	held := (select d.number from report_document d where d.partnership_id = p_partnership and d.review_id = p_review);
	if not (app_reads_draft(p_review) or held is null and p_review = any (array(select app_reviews()))) then
		return query select null::integer, false, false, false, '[]'::json, '{}'::text[];
		return;
	end if;
	return query select
		held,
		exists (select from report_update u where u.partnership_id = p_partnership and u.review_id = p_review and u.id = p_update),
		exists (select from edition e where e.partnership_id = p_partnership and e.review_id = p_review),
		exists (select from publication p where p.partnership_id = p_partnership and p.review_id = p_review
			and p.edition_number = (select max(e.number) from edition e where e.partnership_id = p_partnership and e.review_id = p_review)
			and not exists (select from reopening o where o.partnership_id = p.partnership_id and o.review_id = p.review_id
				and o.edition_number = p.edition_number)),
		(select coalesce(json_agg(json_build_object('writer', w.writer, 'id', w.person_id, 'wrote', w.wrote)), '[]') from (
			select distinct on (x.writer) x.writer, x.person_id, x.wrote from (
				select a.writer, a.person_id, true as wrote from report_writer a
				where a.partnership_id = p_partnership and a.review_id = p_review
				union all
				select c.writer, c.person_id, false from report_caret c
				where c.partnership_id = p_partnership and c.review_id = p_review) x
			order by x.writer, x.wrote desc) w),
		array(select encode(u.bytes, 'base64') from report_update u
			where u.partnership_id = p_partnership and u.review_id = p_review and u.number >= p_from
			order by u.number limit p_most);
end $$;
