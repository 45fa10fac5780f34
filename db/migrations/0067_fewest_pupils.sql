-- How few pupils are too few to be shown is agreed in the protocol, from six to ten; before there is one, and in protocols that do not say
-- it, six. A group’s changes do not count: a school’s figures are the same whoever asks.
create or replace function fewest_pupils(p_partnership uuid) returns integer
	language sql stable
	return coalesce((
		select least(10, greatest(6, (v.document #>> '{audience,fewestPupils}')::integer))
		from protocol_version v
		where v.partnership_id = p_partnership and v.group_id is null
		order by v.number desc limit 1), 6);
