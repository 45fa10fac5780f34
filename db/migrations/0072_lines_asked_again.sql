-- A follow-up asks lines of the review it follows again (CSC-12): what was found then stands beside what is found now.
alter table line_of_enquiry
	add column earlier_line_id uuid,
	add constraint earlier_line foreign key (partnership_id, earlier_line_id) references line_of_enquiry;
create unique index one_line_asked_again on line_of_enquiry (partnership_id, review_id, earlier_line_id) where dropped_at is null;
