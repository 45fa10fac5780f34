-- An offer may say who shares it, by what they do there, and with which phases (HEP-8).
alter table expertise
	add column who text not null default '',
	add column phases text[] not null default '{}'
		check (phases <@ array['early years', 'key stage 1', 'key stage 2', 'key stage 3']);
