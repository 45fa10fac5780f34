// Made from db/migrations by `npm run tables`; not for editing.
import type { ColumnType } from 'kysely';

type Generated<T> =
	T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Tables {
	acceptance: {
		partnership_id: string;
		review_id: string;
		person_id: string;
		accepted_at: Generated<Timestamp>;
	};
	account: {
		id: string;
		person_id: string;
		account_id: string;
		provider_id: string;
		access_token: string | null;
		refresh_token: string | null;
		id_token: string | null;
		access_token_expires_at: Timestamp | null;
		refresh_token_expires_at: Timestamp | null;
		scope: string | null;
		password: string | null;
		created_at: Generated<Timestamp>;
		updated_at: Generated<Timestamp>;
	};
	action: {
		partnership_id: string;
		id: string;
		review_id: string;
		finding_id: string;
		title: string;
		owner: string;
		owner_id: string | null;
		due: string;
		measure_of_success: string;
		planned_by: string;
		planned_at: Timestamp;
		keys: string[];
		version: Generated<number>;
		former: Generated<ColumnType<unknown, string, string>>;
		given_up_by: string | null;
		given_up_at: Timestamp | null;
		given_up_because: string | null;
	};
	action_aim: {
		partnership_id: string;
		review_id: string;
		action_id: string;
		aim_id: string;
		ticked_by: string;
		ticked_at: Timestamp;
	};
	action_letter: {
		partnership_id: string;
		id: string;
		review_id: string;
		action_id: string;
		person_id: string;
		token_hash: string;
		last_day: string;
	};
	action_milestone: {
		partnership_id: string;
		id: string;
		review_id: string;
		action_id: string;
		words: string;
		due: string;
		added_by: string;
		added_at: Timestamp;
		reached_by: string | null;
		reached_at: Timestamp | null;
	};
	action_update: {
		partnership_id: string;
		id: string;
		review_id: string;
		action_id: string;
		progress: string;
		words: string;
		due_before: string | null;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
		measure: Generated<string>;
		before: Generated<string>;
		now: Generated<string>;
		source: Generated<string>;
	};
	activity: {
		partnership_id: string;
		id: string;
		review_id: string;
		kind: string;
		title: string;
		place: Generated<string>;
		day: string;
		starts: string;
		ends: string;
	};
	activity_line: {
		partnership_id: string;
		activity_id: string;
		line_id: string;
	};
	activity_person: {
		partnership_id: string;
		activity_id: string;
		person_id: string;
	};
	agenda_item: {
		partnership_id: string;
		id: string;
		meeting_id: string;
		title: string;
		led_by: string;
		lasts_minutes: number | null;
		position: number;
		version: Generated<number>;
		added_by: string;
		added_at: Timestamp;
		removed_at: Timestamp | null;
	};
	agreement_reminder: {
		partnership_id: string;
		person_id: string;
		document: string;
		reminded_by: string;
		reminded_at: Generated<Timestamp>;
	};
	aim: {
		partnership_id: string;
		id: string;
		of: string;
		group_id: string | null;
		member_id: string | null;
		school_year: string;
		title: string;
		words: string;
		set_by: string;
		set_at: Timestamp;
		version: Generated<number>;
		former: Generated<ColumnType<unknown, string, string>>;
		closed_by: string | null;
		closed_at: Timestamp | null;
		closed_because: string | null;
	};
	appointment: {
		partnership_id: string;
		id: string;
		person_id: string;
		member_id: string;
		role: string;
		from_day: string;
		until_day: string | null;
		added_by: string;
		added_at: Generated<Timestamp>;
	};
	appointment_confirmation: {
		partnership_id: string;
		appointment_id: string;
		confirmed_by: string;
		confirmed_at: Generated<Timestamp>;
	};
	arrangement: {
		partnership_id: string;
		id: string;
		cycle_id: string;
		name: string;
		wishes: ColumnType<unknown, string, string>;
		overrides: Generated<ColumnType<unknown, string, string>>;
		version: Generated<number>;
		begun_by: string;
		begun_at: Timestamp;
		confirmed_by: string | null;
		confirmed_at: Timestamp | null;
	};
	arrangement_step: {
		partnership_id: string;
		arrangement_id: string;
		number: number;
		words: string;
		before: ColumnType<unknown, string, string>;
		taken_by: string;
		taken_at: Timestamp;
		undone_at: Timestamp | null;
	};
	audit_entry: {
		partnership_id: string;
		id: string;
		at: Generated<Timestamp>;
		person_id: string | null;
		deed: string;
		thing: string;
		thing_id: string | null;
	};
	briefing_note: {
		partnership_id: string;
		review_id: string;
		words: string;
		for_pupils: string;
		version: number;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
	};
	calendar_change: {
		partnership_id: string;
		review_id: string;
		changed_at: Timestamp;
	};
	calendar_entry: {
		partnership_id: string;
		uid: string;
		review_id: string;
		person_id: string;
		sequence: number;
		cancelled: boolean;
		told: ColumnType<unknown, string, string>;
		told_at: Timestamp;
	};
	calendar_feed: {
		person_id: string;
		token_hash: string;
		made_at: Timestamp;
	};
	closure: {
		partnership_id: string;
		review_id: string;
		closed_by: string;
		closed_at: Generated<Timestamp>;
	};
	column_mapping: {
		partnership_id: string;
		headings: string;
		mapping: ColumnType<unknown, string, string>;
		kept_by: string;
		kept_at: Timestamp;
	};
	concern: {
		partnership_id: string;
		id: string;
		review_id: string;
		kind: string;
		about_head: boolean;
		raised_by: string;
		raised_at: Timestamp;
		sent_as: string;
	};
	concern_telling: {
		partnership_id: string;
		concern_id: string;
		place: number;
		role: string;
		name: string;
		phone: string;
		email: string;
		person_id: string | null;
		told_at: Timestamp | null;
		letter_id: string | null;
		token_hash: string | null;
		acknowledged_at: Timestamp | null;
	};
	confidentiality_agreement: {
		partnership_id: string;
		review_id: string;
		person_id: string;
		agreed_at: Generated<Timestamp>;
		typed_name: string | null;
		protocol_version_id: string | null;
	};
	contact_list: {
		partnership_id: string;
		member_id: string;
		contacts: ColumnType<unknown, string, string>;
		version: Generated<number>;
		written_by: string;
		written_at: Timestamp;
	};
	correction: {
		partnership_id: string;
		review_id: string;
		corrects: number;
		reason: string;
		begun_by: string;
		begun_at: Timestamp;
		after_step: number;
		keys: string[];
	};
	decision: {
		partnership_id: string;
		id: string;
		review_id: string;
		words: string;
		recorded_by: string;
		recorded_at: Generated<Timestamp>;
	};
	deferral: {
		partnership_id: string;
		id: string;
		cycle_id: string;
		member_id: string;
		reason: string;
		decided_by: string;
		decided_at: Timestamp;
		lifted_by: string | null;
		lifted_at: Timestamp | null;
	};
	draft_decision: {
		partnership_id: string;
		id: string;
		draft_id: string;
		answers: number | null;
		decision: string;
		reason: string;
		version_id: string | null;
		decided_by: string;
		decided_at: Generated<Timestamp>;
	};
	draft_remark: {
		partnership_id: string;
		id: string;
		draft_id: string;
		answers_id: string | null;
		part: string | null;
		words: string;
		said_by: string;
		said_at: Generated<Timestamp>;
	};
	draft_submission: {
		partnership_id: string;
		id: string;
		draft_id: string;
		number: number;
		reason: string;
		submitted_by: string;
		submitted_at: Generated<Timestamp>;
	};
	edition: {
		partnership_id: string;
		review_id: string;
		number: number;
		body: ColumnType<unknown, string, string>;
		digest: string;
		made_by: string;
		made_at: Timestamp;
		keys: string[];
		corrects: number | null;
		reason: string | null;
	};
	evidence: {
		partnership_id: string;
		id: string;
		review_id: string;
		author_id: string;
		activity_id: string | null;
		line_id: string | null;
		source: string;
		kind: string;
		seen: string;
		so_what: Generated<string>;
		contradicts_host: Generated<boolean>;
		outside_focus: Generated<boolean>;
		pupil_year: Generated<string>;
		pupil_words: Generated<boolean>;
		recorded_at: Timestamp;
		version: Generated<number>;
		keys: string[];
		kept_apart: Generated<boolean>;
	};
	evidence_revision: {
		partnership_id: string;
		evidence_id: string;
		version: number;
		review_id: string;
		source: string;
		kind: string;
		line_id: string | null;
		seen: string;
		so_what: string;
		replaced_at: Timestamp;
		keys: string[];
	};
	evidence_withdrawal: {
		partnership_id: string;
		evidence_id: string;
		review_id: string;
		reason: string;
		withdrawn_by: string;
		withdrawn_at: Timestamp;
		keys: string[];
	};
	expertise: {
		partnership_id: string;
		id: string;
		member_id: string;
		theme_id: string;
		ways: string[];
		words: string;
		days_a_term: number | null;
		offered_by: string;
		offered_at: Timestamp;
		withdrawn_by: string | null;
		withdrawn_at: Timestamp | null;
	};
	fact_check: {
		partnership_id: string;
		review_id: string;
		edition_number: number;
		person_id: string;
		role: string;
		checked_at: Timestamp;
		keys: string[];
	};
	feedback_note: {
		partnership_id: string;
		review_id: string;
		hearers: string;
		said: string[];
		left_out: string[];
		words: Generated<string>;
		version: number;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
	};
	finding: {
		partnership_id: string;
		id: string;
		review_id: string;
		line_id: string | null;
		kind: string;
		seen: string;
		effect: string;
		position: number;
		written_by: string;
		written_at: Timestamp;
		version: Generated<number>;
		keys: string[];
	};
	finding_evidence: {
		partnership_id: string;
		finding_id: string;
		evidence_id: string;
	};
	finding_revision: {
		partnership_id: string;
		step_id: string;
		finding_id: string;
		stood: boolean;
		kind: string;
		line_id: string | null;
		seen: string;
		effect: string;
		position: number;
		evidence: string[];
	};
	finding_theme: {
		partnership_id: string;
		finding_id: string;
		theme_id: string;
		review_id: string;
		set_by: string;
		set_at: Timestamp;
	};
	finding_withdrawal: {
		partnership_id: string;
		finding_id: string;
		review_id: string;
		withdrawn_by: string;
		withdrawn_at: Timestamp;
		keys: string[];
	};
	group_focus: {
		partnership_id: string;
		group_id: string;
		words: string;
		version: Generated<number>;
		written_by: string;
		written_at: Timestamp;
	};
	group_item: {
		partnership_id: string;
		id: string;
		group_id: string;
		letter: string;
		form: string;
		words: string;
		version: Generated<number>;
		added_by: string;
		added_at: Timestamp;
		dropped_at: Timestamp | null;
	};
	group_membership: {
		partnership_id: string;
		group_id: string;
		member_id: string;
	};
	group_part: {
		partnership_id: string;
		group_id: string;
		member_id: string;
		aspect: string;
		not_applicable: string[];
		reason: string;
		version: Generated<number>;
		said_by: string;
		said_at: Timestamp;
	};
	impact: {
		partnership_id: string;
		id: string;
		review_id: string;
		heading: string;
		action_id: string | null;
		words: string;
		pupils: string;
		measure: Generated<string>;
		before: Generated<string>;
		now: Generated<string>;
		told_by: string;
		told_at: Timestamp;
		version: Generated<number>;
		former: Generated<ColumnType<unknown, string, string>>;
		taken_back_by: string | null;
		taken_back_at: Timestamp | null;
		keys: string[];
		source: Generated<string>;
		inspected_on: string | null;
	};
	imported_figure: {
		partnership_id: string;
		import_id: string;
		school_id: string;
		publisher: string;
		urn: number | null;
		measure: string;
		pupil_group: string;
		year: string;
		value: number | null;
		pupils: number | null;
		stated_at: Timestamp;
		keys: string[];
		few: Generated<boolean>;
	};
	installation: {
		only_row: Generated<boolean>;
		secret: string;
		set_up_token_hash: string | null;
	};
	invitation: {
		partnership_id: string;
		id: string;
		person_id: string;
		email: string;
		invited_by: string;
		invited_at: Generated<Timestamp>;
		expires_at: Timestamp;
		accepted_at: Timestamp | null;
		withdrawn_at: Timestamp | null;
		name: Generated<string>;
	};
	letter: {
		id: string;
		recipient: string;
		subject: string;
		body: string | null;
		queued_at: Generated<Timestamp>;
		attempts: Generated<number>;
		next_attempt_at: Generated<Timestamp>;
		sent_at: Timestamp | null;
		given_up_at: Timestamp | null;
		last_refusal: string | null;
		calendar: string | null;
		calendar_method: string | null;
	};
	letter_choice: {
		person_id: string;
		reminders: Generated<string>;
		considered_on: string | null;
	};
	line_of_enquiry: {
		partnership_id: string;
		id: string;
		review_id: string;
		letter: string;
		question: string;
		origin: string;
		proposed_by: string;
		proposed_at: Generated<Timestamp>;
		dropped_at: Timestamp | null;
		suggestions_asked_by: string | null;
		suggestions_asked_at: Timestamp | null;
		item_id: string | null;
		earlier_line_id: string | null;
	};
	link_opening: {
		partnership_id: string;
		id: string;
		link_id: string;
		opened_at: Timestamp;
		deed: Generated<string>;
	};
	look_back: {
		partnership_id: string;
		review_id: string;
		side: string;
		answers: ColumnType<unknown, string, string>;
		answered_by: string;
		answered_at: Timestamp;
		keys: string[];
		opens_to: string[];
		version: Generated<number>;
		former: Generated<ColumnType<unknown, string, string>>;
	};
	lost_words: {
		partnership_id: string;
		id: string;
		review_id: string;
		number: number;
		heading: string;
		block: string;
		author_id: string;
		words: string;
		settled_by: string | null;
		settled_at: Timestamp | null;
		put_back: boolean | null;
	};
	measure: {
		partnership_id: string;
		id: string;
		school_id: string;
		measure: string;
		pupil_group: string;
		year: string;
		value: number;
		pupils: number | null;
		comment: Generated<string>;
		source: Generated<string>;
		entered_by: string;
		entered_at: Generated<Timestamp>;
		keys: string[];
		version: Generated<number>;
		changed_by: string | null;
		changed_at: Timestamp | null;
		former: Generated<ColumnType<unknown, string, string>>;
		withdrawn_by: string | null;
		withdrawn_at: Timestamp | null;
		stated_at: Timestamp;
	};
	member: {
		partnership_id: string;
		id: string;
		name: string;
		from_day: string;
		until_day: string | null;
	};
	member_group: {
		partnership_id: string;
		id: string;
		school_year: string;
		name: string;
		lead_id: string | null;
	};
	member_school: {
		partnership_id: string;
		member_id: string;
		school_id: string;
	};
	member_school_year: {
		partnership_id: string;
		member_id: string;
		name: string;
		terms: ColumnType<unknown, string, string>;
		version: Generated<number>;
		entered_by: string;
		entered_at: Generated<Timestamp>;
		removed_at: Timestamp | null;
	};
	memorandum_agreement: {
		partnership_id: string;
		memorandum_version_id: string;
		member_id: string;
		agreed_by: string;
		typed_name: string;
		agreed_at: Generated<Timestamp>;
	};
	memorandum_version: {
		partnership_id: string;
		id: string;
		number: number;
		document: ColumnType<unknown, string, string>;
		reason: Generated<string>;
		published_by: string;
		published_at: Generated<Timestamp>;
	};
	migration: {
		number: number;
		name: string;
		sha256: string;
		applied_at: Generated<Timestamp>;
	};
	minutes: {
		partnership_id: string;
		meeting_id: string;
		version: number;
		present: string[];
		apologies: string[];
		others: string;
		notes: ColumnType<unknown, string, string>;
		decisions: string[];
		written_by: string;
		written_at: Timestamp;
	};
	minutes_confirmation: {
		partnership_id: string;
		meeting_id: string;
		version: number;
		confirmed_by: string;
		confirmed_at: Timestamp;
	};
	national_result: {
		urn: number;
		year: string;
		pupils: number | null;
		suppressed: boolean;
		rwm_expected: number | null;
		rwm_higher: number | null;
		reading_score: number | null;
		maths_score: number | null;
		reading_progress: number | null;
		writing_progress: number | null;
		maths_progress: number | null;
	};
	need: {
		partnership_id: string;
		member_id: string;
		number: number;
		status: number;
		theme_ids: string[];
		words: string;
		stated_by: string;
		stated_at: Timestamp;
	};
	need_release: {
		partnership_id: string;
		meeting_id: string;
		member_id: string;
		number: number;
		released_by: string;
		released_at: Timestamp;
		taken_back_at: Timestamp | null;
	};
	news: {
		partnership_id: string;
		review_id: string;
		number: Generated<number>;
	};
	outcome_import: {
		partnership_id: string;
		id: string;
		file_name: string;
		layout: string;
		brought_by: string;
		brought_at: Timestamp;
		added: number;
		changed: number;
		same: number;
		left_out: ColumnType<unknown, string, string>;
		undone_by: string | null;
		undone_at: Timestamp | null;
	};
	outcome_reading: {
		partnership_id: string;
		id: string;
		file_name: string;
		year: string | null;
		school_id: string | null;
		read_by: string;
		read_at: Timestamp;
		rows_read: Generated<number>;
		rows_in_all: number | null;
		told_at: Timestamp;
		refused: string | null;
		sheet: ColumnType<unknown, string, string> | null;
		reading: ColumnType<unknown, string, string> | null;
	};
	pace: {
		partnership_id: string;
		id: string;
		review_id: string;
		day: string;
		minutes_behind: number;
		said_by: string;
		said_at: Timestamp;
	};
	pairing: {
		partnership_id: string;
		review_id: string;
		person_id: string;
		staff_id: string | null;
		name: Generated<string>;
		post: Generated<string>;
		version: Generated<number>;
		said_by: string;
		said_at: Timestamp;
	};
	partnership: {
		id: string;
		name: string;
		group_word: Generated<string>;
		founded_by: string;
		founded_at: Generated<Timestamp>;
		facts_stamp: Generated<string>;
	};
	partnership_meeting: {
		partnership_id: string;
		id: string;
		kind: string;
		day: string;
		from_time: string | null;
		to_time: string | null;
		place: Generated<string>;
		version: Generated<number>;
		called_by: string;
		called_at: Generated<Timestamp>;
		withdrawn_by: string | null;
		withdrawn_at: Timestamp | null;
		group_id: string | null;
	};
	person: {
		id: string;
		name: string;
		email: string;
		email_verified: Generated<boolean>;
		image: string | null;
		created_at: Generated<Timestamp>;
		updated_at: Generated<Timestamp>;
	};
	photo: {
		partnership_id: string;
		id: string;
		review_id: string;
		evidence_id: string;
		taken_by: string;
		description: string;
		width: number;
		height: number;
		size: number;
		sha256: string;
		thumbnail: Uint8Array;
		taken_at: Timestamp;
	};
	photo_chunk: {
		partnership_id: string;
		photo_id: string;
		number: number;
		bytes: Uint8Array;
	};
	photo_removal: {
		partnership_id: string;
		photo_id: string;
		evidence_id: string;
		removed_by: string;
		removed_at: Timestamp;
	};
	plan_agreement: {
		partnership_id: string;
		review_id: string;
		agreed_by: string;
		agreed_at: Generated<Timestamp>;
	};
	poll: {
		partnership_id: string;
		id: string;
		title: string;
		words: string;
		days: string[];
		until_day: string;
		asked_by: string;
		asked_at: Timestamp;
		closed_by: string | null;
		closed_at: Timestamp | null;
	};
	poll_answer: {
		partnership_id: string;
		poll_id: string;
		person_id: string;
		suits: string[];
		if_need_be: string[];
		cannot: string[];
		words: string;
		answered_at: Timestamp;
	};
	poll_person: {
		partnership_id: string;
		poll_id: string;
		person_id: string;
		told_at: Timestamp;
	};
	pre_review_meeting: {
		partnership_id: string;
		review_id: string;
		held_on: string;
		answers: ColumnType<unknown, string, string>;
		version: Generated<number>;
		recorded_by: string;
		recorded_at: Generated<Timestamp>;
	};
	profile_year: {
		partnership_id: string;
		school_id: string;
		school_year: string;
		on_roll: number;
		disadvantaged: number | null;
		send: number | null;
		eal: number | null;
		moved: number | null;
		entered_by: string;
		entered_at: Timestamp;
		version: Generated<number>;
	};
	progress_release: {
		partnership_id: string;
		meeting_id: string;
		report_id: string;
		member_id: string;
		released_by: string;
		released_at: Timestamp;
		taken_back_at: Timestamp | null;
	};
	progress_report: {
		partnership_id: string;
		id: string;
		review_id: string;
		words: string;
		reported_by: string;
		reported_at: Timestamp;
		keys: string[];
	};
	promise: {
		partnership_id: string;
		id: string;
		meeting_id: string;
		person_id: string;
		words: string;
		due: string;
		noted_by: string;
		noted_at: Timestamp;
		done_by: string | null;
		done_at: Timestamp | null;
		dropped_by: string | null;
		dropped_at: Timestamp | null;
	};
	promise_reminder: {
		partnership_id: string;
		person_id: string;
		promise_id: string;
		due: string;
		kind: string;
		told_on: string;
	};
	proposal: {
		partnership_id: string;
		id: string;
		stage: string;
		school_year: string;
		input: ColumnType<unknown, string, string>;
		asked_by: string;
		asked_at: Timestamp;
		progress: ColumnType<unknown, string, string> | null;
		told_at: Timestamp | null;
		stop_asked_at: Timestamp | null;
		ended_at: Timestamp | null;
		ending: string | null;
		answer: ColumnType<unknown, string, string> | null;
		conflicts: ColumnType<unknown, string, string> | null;
		adopted_by: string | null;
		adopted_at: Timestamp | null;
		arrangement_id: string | null;
	};
	protocol_agreement: {
		partnership_id: string;
		protocol_version_id: string;
		member_id: string;
		agreed_by: string;
		agreed_at: Generated<Timestamp>;
		typed_name: string | null;
	};
	protocol_draft: {
		partnership_id: string;
		id: string;
		group_id: string | null;
		base_version_id: string | null;
		document: ColumnType<unknown, string, string>;
		opened_by: string;
		opened_at: Generated<Timestamp>;
		saved_by: string;
		saved_at: Generated<Timestamp>;
		ended_at: Timestamp | null;
	};
	protocol_version: {
		partnership_id: string;
		id: string;
		number: number;
		title: string;
		document: ColumnType<unknown, string, string>;
		published_by: string;
		published_at: Generated<Timestamp>;
		group_id: string | null;
		base_version_id: string | null;
		patch: ColumnType<unknown, string, string> | null;
		reason: Generated<string>;
	};
	publication: {
		partnership_id: string;
		review_id: string;
		edition_number: number;
		published_by: string;
		published_at: Timestamp;
	};
	receipt: {
		person_id: string;
		id: string;
		digest: string;
		taken_at: Timestamp;
	};
	reference_edition: {
		number: Generated<number>;
		subject: string;
		hash: string;
		as_of: string;
		loaded_at: Generated<Timestamp>;
	};
	register_link: {
		predecessor: number;
		successor: number;
		kind: string;
		day: string | null;
	};
	register_school: {
		urn: number;
		name: string;
		local_authority: string;
		la_code: string;
		country: string;
		phase: string;
		type: string;
		gender: string;
		status: string;
		town: string;
		locality: string;
		postcode: string;
		district: string;
		easting: number | null;
		northing: number | null;
		low_age: number | null;
		high_age: number | null;
		pupils: number | null;
		capacity: number | null;
		fsm_percent: number | null;
		religious_character: string;
		trust: string;
		special_provision: string;
		inspected_on: string | null;
		inspection_outcome: string;
		opened_on: string | null;
		closed_on: string | null;
		known_by_link: boolean;
		place_from: number | null;
	};
	release: {
		partnership_id: string;
		id: string;
		review_id: string;
		thing: string;
		audience: string;
		released_by: string;
		released_at: Timestamp;
		taken_back_at: Timestamp | null;
		taken_back_by: string | null;
	};
	release_cost: {
		partnership_id: string;
		pounds: number;
		version: Generated<number>;
		set_by: string;
		set_at: Timestamp;
	};
	release_limit: {
		partnership_id: string;
		person_id: string;
		days_a_term: number | null;
		days_a_year: number | null;
		version: Generated<number>;
		set_by: string;
		set_at: Timestamp;
	};
	remark: {
		partnership_id: string;
		id: string;
		review_id: string;
		kind: string;
		heading: string | null;
		author_id: string;
		author_role: string;
		words: string;
		written_at: Timestamp;
		keys: string[];
		finding_id: string | null;
	};
	reminder: {
		partnership_id: string;
		person_id: string;
		review_id: string;
		stage: string;
		due: string;
		kind: string;
		told_on: string;
	};
	reopening: {
		partnership_id: string;
		review_id: string;
		edition_number: number;
		changed_by: string;
		changed_at: Timestamp;
	};
	report_caret: {
		partnership_id: string;
		review_id: string;
		writer: number;
		person_id: string;
		caret: ColumnType<unknown, string, string> | null;
		seen_at: Generated<Timestamp>;
	};
	report_comment: {
		partnership_id: string;
		id: string;
		review_id: string;
		heading: string;
		place: ColumnType<unknown, string, string> | null;
		quoted: Generated<string>;
		words: string;
		instead: string | null;
		answers: string | null;
		author_id: string;
		written_at: Timestamp;
		settled_by: string | null;
		settled_at: Timestamp | null;
		accepted: boolean | null;
	};
	report_document: {
		partnership_id: string;
		review_id: string;
		number: Generated<number>;
		keys: string[];
	};
	report_section: {
		partnership_id: string;
		review_id: string;
		heading: string;
		body: string;
		version: Generated<number>;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
	};
	report_state: {
		partnership_id: string;
		review_id: string;
		number: number;
		bytes: Uint8Array;
	};
	report_update: {
		partnership_id: string;
		review_id: string;
		number: number;
		id: string;
		author_id: string;
		written_at: Timestamp;
		bytes: Uint8Array;
	};
	report_version: {
		partnership_id: string;
		id: string;
		review_id: string;
		number: number;
		name: string;
		made_by: string;
		made_at: Timestamp;
	};
	report_writer: {
		partnership_id: string;
		review_id: string;
		writer: number;
		person_id: string;
	};
	responsibility: {
		partnership_id: string;
		id: string;
		person_id: string;
		role: string;
		from_day: string;
		until_day: string | null;
		added_by: string;
		added_at: Generated<Timestamp>;
	};
	review: {
		partnership_id: string;
		id: string;
		host_member_id: string;
		protocol_version_id: string;
		kind: string;
		focus: string;
		focus_kind: string;
		focus_source: string;
		first_day: string | null;
		last_day: string | null;
		proposed_by: string;
		proposed_at: Generated<Timestamp>;
		plan_keys: Generated<string[]>;
		follows_id: string | null;
		facts_stamp: Generated<string>;
		cycle_keys: Generated<string[]>;
	};
	review_cycle: {
		partnership_id: string;
		id: string;
		name: string;
		from_day: string;
		to_day: string;
		objective: string;
		share: number;
		version: Generated<number>;
		opened_by: string;
		opened_at: Timestamp;
	};
	review_move: {
		partnership_id: string;
		review_id: string;
		number: number;
		from_day: string;
		to_day: string | null;
		moved_by: string | null;
		moved_at: Generated<Timestamp>;
	};
	school: {
		partnership_id: string;
		id: string;
		urn: number | null;
		name: string;
		place: Generated<string>;
		country: Generated<string>;
		added_at: Generated<Timestamp>;
	};
	school_event: {
		partnership_id: string;
		id: string;
		member_id: string;
		kind: string;
		year: number;
		day: string | null;
		words: string;
		opened: boolean;
		told_by: string;
		told_at: Timestamp;
		version: Generated<number>;
		taken_back_at: Timestamp | null;
	};
	school_year: {
		partnership_id: string;
		name: string;
		terms: ColumnType<unknown, string, string>;
		entered_by: string;
		entered_at: Generated<Timestamp>;
		version: Generated<number>;
		removed_at: Timestamp | null;
	};
	session: {
		id: string;
		person_id: string;
		token: string;
		expires_at: Timestamp;
		ip_address: string | null;
		user_agent: string | null;
		created_at: Generated<Timestamp>;
		updated_at: Generated<Timestamp>;
	};
	set_aside: {
		partnership_id: string;
		review_id: string;
		mark: string;
		set_by: string;
		set_at: Timestamp;
	};
	shared_link: {
		partnership_id: string;
		id: string;
		review_id: string;
		thing: string;
		for_whom: string;
		token_hash: string;
		last_day: string;
		made_by: string;
		made_at: Timestamp;
		ended_by: string | null;
		ended_at: Timestamp | null;
		keys: string[];
		contents: Generated<string[]>;
		reader: Generated<string>;
		speakers: Generated<string[]>;
	};
	showing: {
		partnership_id: string;
		id: string;
		review_id: string;
		evidence_id: string;
		shown_by: string;
		shown_at: Timestamp;
		taken_back_by: string | null;
		taken_back_at: Timestamp | null;
		piece_changed: Generated<boolean>;
	};
	sign_in_attempt: {
		id: string;
		subject: string;
		at: Generated<Timestamp>;
	};
	sign_off: {
		partnership_id: string;
		review_id: string;
		edition_number: number;
		person_id: string;
		recorded_by: string;
		cannot_sign_because: string | null;
		signed_at: Timestamp;
		keys: string[];
	};
	sorting_step: {
		partnership_id: string;
		id: string;
		review_id: string;
		number: number;
		deed: string;
		undoes: string | null;
		done_by: string;
		done_at: Timestamp;
		keys: string[];
	};
	speaker: {
		partnership_id: string;
		review_id: string;
		person_id: string;
		asked_by: string;
		asked_at: Timestamp;
		agrees: boolean | null;
		contact: Generated<string>;
		answered_at: Timestamp | null;
		keys: string[];
	};
	stage_notes: {
		partnership_id: string;
		review_id: string;
		stage_key: string;
		answers: ColumnType<unknown, string, string>;
		version: number;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
	};
	stage_tick: {
		partnership_id: string;
		id: string;
		review_id: string;
		stage_key: string;
		ticked_by: string;
		ticked_on: string;
		note: Generated<string>;
		ticked_at: Generated<Timestamp>;
		withdrawn_by: string | null;
		withdrawn_at: Timestamp | null;
	};
	standstill: {
		partnership_id: string;
		id: string;
		review_id: string;
		kind: string;
		reason: string;
		decided_by: string;
		decided_at: Generated<Timestamp>;
		lifted_at: Timestamp | null;
	};
	team_member: {
		partnership_id: string;
		review_id: string;
		person_id: string;
		role: string;
		added_by: string;
		added_at: Generated<Timestamp>;
		left_on: string | null;
	};
	thank_you: {
		partnership_id: string;
		review_id: string;
		side: string;
		words: string;
		thanked: ColumnType<unknown, string, string>;
		sent_by: string;
		sent_at: Timestamp;
		keys: string[];
	};
	theme: {
		partnership_id: string;
		id: string;
		label: string;
		keywords: string[];
		retired_at: Timestamp | null;
		version: Generated<number>;
	};
	trained: {
		partnership_id: string;
		training_id: string;
		person_id: string;
		withdrawn_by: string | null;
		withdrawn_at: Timestamp | null;
	};
	training: {
		partnership_id: string;
		id: string;
		role: string;
		day: string;
		what: string;
		given_by: string | null;
		giver: string;
		added_by: string;
		added_at: Timestamp;
	};
	unavailable: {
		id: string;
		person_id: string;
		kind: string;
		from_day: string;
		to_day: string;
		weekday: number | null;
		words: string;
		added_at: Timestamp;
	};
	verification: {
		id: string;
		identifier: string;
		value: string;
		expires_at: Timestamp;
		created_at: Generated<Timestamp>;
		updated_at: Generated<Timestamp>;
	};
	workshop: {
		partnership_id: string;
		review_id: string;
		held_on: string;
		outcome: string;
		version: Generated<number>;
		recorded_by: string;
		recorded_at: Timestamp;
		keys: string[];
	};
	workshop_card: {
		partnership_id: string;
		id: string;
		room_id: string;
		round: string;
		topic: Generated<string>;
		words: string;
		participant_id: string | null;
		person_id: string | null;
		standing: Generated<string>;
		under: string | null;
		heading: Generated<string>;
		hand_votes: Generated<number>;
		impact: number | null;
		effort: number | null;
		written_at: Timestamp;
	};
	workshop_participant: {
		partnership_id: string;
		id: string;
		room_id: string;
		token_hash: string;
		joined_at: Timestamp;
		put_out_at: Timestamp | null;
	};
	workshop_photo: {
		partnership_id: string;
		id: string;
		room_id: string;
		description: string;
		width: number;
		height: number;
		sha256: string;
		jpeg: Uint8Array;
		taken_by: string;
		taken_at: Timestamp;
	};
	workshop_rating: {
		partnership_id: string;
		room_id: string;
		card_id: string;
		participant_id: string;
		impact: number;
		effort: number;
	};
	workshop_room: {
		partnership_id: string;
		id: string;
		review_id: string;
		day: string;
		plan: ColumnType<unknown, string, string>;
		version: Generated<number>;
		seats: number;
		votes_each: Generated<number>;
		looks_first: Generated<boolean>;
		code: string | null;
		code_until: Timestamp | null;
		opened_at: Timestamp | null;
		opened_on: string | null;
		closed_at: Timestamp | null;
		round: Generated<string>;
		round_until: Timestamp | null;
		on_matrix: Generated<string[]>;
		number: Generated<number>;
		phone_number: Generated<number>;
		prepared_by: string;
		prepared_at: Timestamp;
		keys: string[];
		last_round: Generated<string>;
		last_round_until: Timestamp | null;
	};
	workshop_step: {
		partnership_id: string;
		id: string;
		review_id: string;
		card_id: string | null;
		finding_id: string;
		title: string;
		owner: string;
		due: string;
		measure_of_success: string;
		dropped_at: Timestamp | null;
		version: Generated<number>;
		written_by: string;
		written_at: Timestamp;
		keys: string[];
	};
	workshop_vote: {
		partnership_id: string;
		room_id: string;
		round: string;
		card_id: string;
		participant_id: string;
	};
}
