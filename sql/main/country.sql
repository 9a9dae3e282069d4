-- One row for each country or territory of ISO 3166-1.
create table if not exists main.country (
    country_code text,
    alpha3 text,
    name text,
    official_name text,
    region text,
    subregion text
);

comment on table main.country is 'One row for each country or territory of ISO 3166-1.';
comment on column main.country.country_code is 'ISO 3166-1 alpha-2.';
comment on column main.country.alpha3 is 'ISO 3166-1 alpha-3.';
comment on column main.country.name is 'Its usual name in English.';
comment on column main.country.official_name is 'Its official name in English; the usual one where ISO gives no other.';
comment on column main.country.region is 'UN M49 region, such as Asia; null for Antarctica.';
comment on column main.country.subregion is 'UN M49 subregion, such as Central Asia; null for Antarctica.';

delete from main.country;

insert into main.country by name
select
    country_code,
    alpha3,
    name,
    official_name,
    region,
    subregion
from incoming.country;
