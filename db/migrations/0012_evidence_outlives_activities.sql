-- Evidence outlives the timetable: what was seen stays, and says no more during what.
alter table evidence drop constraint evidence_partnership_id_activity_id_fkey;
alter table evidence add constraint evidence_partnership_id_activity_id_fkey
	foreign key (partnership_id, activity_id) references activity on delete set null (activity_id);
create index on evidence (partnership_id, activity_id);
