-- The finding that an offer to share began with (HEP-8). Read by whoever reads the finding, which its policy decides; to others the
-- offer says nothing of it, nor that there was a review.
create table expertise_found (
	partnership_id uuid not null,
	expertise_id uuid not null,
	finding_id uuid not null,
	review_id uuid not null,
	primary key (partnership_id, expertise_id),
	foreign key (partnership_id, expertise_id) references expertise,
	foreign key (partnership_id, finding_id) references finding,
	foreign key (partnership_id, review_id) references review
);
create index on expertise_found (partnership_id, finding_id);
create index on expertise_found (partnership_id, review_id);
alter table expertise_found enable row level security;
grant select, insert on expertise_found to fresh_eyes_app;
create policy through_finding on expertise_found for select to fresh_eyes_app
	using (exists (select from finding f where f.partnership_id = expertise_found.partnership_id and f.id = finding_id));
create policy offer on expertise_found for insert to fresh_eyes_app
	with check (app_answers_for_report(partnership_id, review_id)
		and exists (select from finding f where f.partnership_id = expertise_found.partnership_id and f.id = finding_id
			and f.review_id = expertise_found.review_id)
		and exists (select from expertise e join review r on r.partnership_id = e.partnership_id and r.host_member_id = e.member_id
			where e.partnership_id = expertise_found.partnership_id and e.id = expertise_id and e.offered_by = app_person()
				and r.id = expertise_found.review_id));
