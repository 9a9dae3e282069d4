-- One row for each standing dialogue, commission, council, forum or conference.
create table if not exists main.mechanism (
    mechanism_id text,
    name text,
    kind text,
    since_year integer,
    countries text[]
);

comment on table main.mechanism is 'One row for each standing dialogue, commission, council, forum or conference.';
comment on column main.mechanism.mechanism_id is 'The mechanism.';
comment on column main.mechanism.name is 'Its name in English.';
comment on column main.mechanism.kind is 'What it is: dialogue, commission, council, forum and so on; null when undecided.';
comment on column main.mechanism.since_year is 'The year it began; null when no release says.';
comment on column main.mechanism.countries is 'The countries that hold it, ISO 3166-1 alpha-2.';
