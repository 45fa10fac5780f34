-- What those who write a report have looked at before signing and left as it is, by a mark of its place and words.
create table set_aside (
	partnership_id uuid not null,
	review_id uuid not null,
	mark text not null check (length(mark) <= 64),
	set_by uuid not null references person,
	set_at timestamptz not null,
	primary key (partnership_id, review_id, mark),
	foreign key (partnership_id, review_id) references report_document
);
call protect_through_document('set_aside', 'select, insert, delete');
create policy own_mark on set_aside as restrictive for insert to fresh_eyes_app with check (set_by = app_person());
call count_news_of('set_aside');
