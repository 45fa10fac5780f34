-- For which lines the host asks the team for suggestions (CSC-15), and which of its heads did.
alter table line_of_enquiry
	add suggestions_asked_by uuid references person,
	add suggestions_asked_at timestamptz,
	add check ((suggestions_asked_by is null) = (suggestions_asked_at is null));
grant update (suggestions_asked_by, suggestions_asked_at) on line_of_enquiry to fresh_eyes_app;
