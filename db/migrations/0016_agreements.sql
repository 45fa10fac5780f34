-- The memorandum of understanding as versions, and who has agreed to what, under which typed name (HEP-3, KSA-3).

create table memorandum_version (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	number integer not null check (number > 0),
	document jsonb not null,
	reason text not null default '',
	published_by uuid not null references person,
	published_at timestamptz not null default now(),
	primary key (partnership_id, id),
	unique (partnership_id, number)
);

-- One row for each head who agreed for a member: a school's agreement outlives its head, and the next one gives their own.
create table memorandum_agreement (
	partnership_id uuid not null,
	memorandum_version_id uuid not null,
	member_id uuid not null,
	agreed_by uuid not null references person,
	typed_name text not null,
	agreed_at timestamptz not null default now(),
	primary key (partnership_id, memorandum_version_id, member_id, agreed_by),
	foreign key (partnership_id, memorandum_version_id) references memorandum_version,
	foreign key (partnership_id, member_id) references member
);

-- Agreements from before names were typed have none.
alter table protocol_agreement add column typed_name text;
alter table protocol_agreement drop constraint protocol_agreement_pkey;
alter table protocol_agreement add primary key (partnership_id, protocol_version_id, member_id, agreed_by);

-- The statement agreed to is that of the protocol's version the review began with.
alter table confidentiality_agreement add column typed_name text;
alter table confidentiality_agreement add column protocol_version_id uuid;
alter table confidentiality_agreement add foreign key (partnership_id, protocol_version_id) references protocol_version;

-- When a head was last written to about a document they have not agreed to, so that nobody is written to every day.
create table agreement_reminder (
	partnership_id uuid not null references partnership,
	person_id uuid not null references person,
	document text not null check (document in ('memorandum', 'protocol')),
	reminded_by uuid not null references person,
	reminded_at timestamptz not null default now(),
	primary key (partnership_id, person_id, document)
);

call protect_tenant_table('memorandum_version', 'select, insert');
call protect_tenant_table('memorandum_agreement', 'select, insert');
call protect_tenant_table('agreement_reminder', 'select, insert, update (reminded_by, reminded_at)');
