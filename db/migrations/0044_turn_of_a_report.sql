-- Has whoever asks wait for those who write in a report or make something of it, and those who come after wait for them, until the
-- transaction is whole. It is held by its name and not by a row: who publishes may not read the draft.
create function wait_for_report(p_review uuid) returns void
	language sql volatile
	return pg_advisory_xact_lock(hashtextextended('report ' || p_review, 0));
revoke all on function wait_for_report from public;
grant execute on function wait_for_report to fresh_eyes_app;

-- Takes the turn of a report, until the transaction is whole, and tells what is to be known before something is added to it: in one
-- question, since everybody else who writes waits meanwhile. Each statement of it sees what was committed before it, so what is read is
-- what the one before left. It reads as whoever asks: row-level security leaves out what is not theirs.
--
-- `since` is the log from a number on, at most so many updates, in base64.
create function take_report_turn(p_partnership uuid, p_review uuid, p_update uuid, p_from integer, p_most integer)
	returns table (number integer, known boolean, edition boolean, published boolean, writers json, since text[])
	language plpgsql volatile as $$
begin
	perform wait_for_report(p_review);
	return query select
		(select d.number from report_document d where d.partnership_id = p_partnership and d.review_id = p_review),
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
revoke all on function take_report_turn from public;
grant execute on function take_report_turn to fresh_eyes_app;
