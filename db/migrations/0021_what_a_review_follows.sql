-- The earlier review of the same host from which a review begins (CSC-12). The key over the host keeps it the same host's.
alter table review add unique (partnership_id, id, host_member_id);
alter table review add column follows_id uuid check (follows_id <> id);
alter table review add foreign key (partnership_id, follows_id, host_member_id)
	references review (partnership_id, id, host_member_id);
create index on review (partnership_id, follows_id) where follows_id is not null;
grant update (follows_id) on review to fresh_eyes_app;
