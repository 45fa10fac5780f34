-- Whoever thanks may open the words to the whole partnership later, or close them again: the heads of the school that was helped.
grant update (open) on deployment_thanks to fresh_eyes_app;
create policy open_or_close on deployment_thanks for update to fresh_eyes_app
	using (deployment_id = any (array(select app_received_deployments())))
	with check (deployment_id = any (array(select app_received_deployments())));
