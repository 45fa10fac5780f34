-- Where in the report somebody is writing right now. It is worth nothing once they are gone, so it is in no log.
create unlogged table report_caret (
	partnership_id uuid not null,
	review_id uuid not null,
	-- The number under which they write in the joint document.
	writer bigint not null,
	person_id uuid not null references person,
	-- Between which places of the document; null while they are nowhere in it.
	caret jsonb,
	seen_at timestamptz not null default clock_timestamp(),
	primary key (partnership_id, review_id, writer),
	foreign key (partnership_id, review_id) references report_document
);
call protect_through_document('report_caret', 'select, insert, update (caret, seen_at), delete');
-- Everybody’s own alone; those that nobody has moved for long may be cleared away by anyone who writes.
create policy own_caret on report_caret as restrictive for insert to fresh_eyes_app with check (person_id = app_person());
create policy own_move on report_caret as restrictive for update to fresh_eyes_app using (person_id = app_person());
create policy left_behind on report_caret as restrictive for delete to fresh_eyes_app
	using (seen_at < clock_timestamp() - interval '1 hour');

-- What somebody says about a place in the report, or suggests to write there instead.
create table report_comment (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	heading text not null,
	-- The place as the joint document names it, and the words that stood there then; null and empty for a heading as a whole.
	place jsonb,
	quoted text not null default '',
	words text not null,
	-- What the author would write there instead.
	instead text,
	-- What it answers; an answer has neither place nor suggestion of its own.
	answers uuid,
	author_id uuid not null references person,
	written_at timestamptz not null,
	settled_by uuid references person,
	settled_at timestamptz,
	-- Whether what was suggested has been written; null where nothing was.
	accepted boolean,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references report_document,
	foreign key (partnership_id, answers) references report_comment,
	check ((settled_by is null) = (settled_at is null)),
	check (answers is null or (place is null and instead is null and settled_at is null)),
	check (accepted is null or (settled_at is not null and instead is not null))
);
create index on report_comment (partnership_id, review_id, written_at);
call protect_through_document('report_comment', 'select, insert, update (settled_by, settled_at, accepted)');
create policy own_comment on report_comment as restrictive for insert to fresh_eyes_app with check (author_id = app_person());

-- What is written on into a block that is gone joins what was lost there before.
grant update (words) on lost_words to fresh_eyes_app;

-- What stands beside the report's words on its page.
call count_news_of('report_comment', 'lost_words', 'report_version', 'edition', 'reopening', 'sign_off', 'remark');

-- A number for each report that moves on whenever anything of it does, and no word of it: its log, its carets, the review's news.
create function app_report_numbers(reviews uuid[]) returns table (review_id uuid, number bigint)
	language sql stable security definer set search_path = public
	begin atomic
		select d.review_id,
			d.number
			+ coalesce((select n.number from news n where n.partnership_id = d.partnership_id and n.review_id = d.review_id), 0)
			+ coalesce((select (1000 * extract(epoch from max(c.seen_at)))::bigint from report_caret c
				where c.partnership_id = d.partnership_id and c.review_id = d.review_id), 0)
		from report_document d
		where d.review_id = any (reviews) and (app_job() = 'live' or d.keys && array(select app_keys()));
	end;
revoke all on function app_report_numbers from public;
grant execute on function app_report_numbers to fresh_eyes_app;
