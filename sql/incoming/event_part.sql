-- One row for each event of a touched release, with those who took part in it as lists of ids.
create or replace view incoming.event_part as
with
events as (
    select release_id, unnest(facts.events) as event
    from incoming.latest
),

positions as (
    select release_id, unnest(facts.positions) as position
    from incoming.latest
),

person_parts as (
    select
        release_id,
        event.event_no,
        event.sentence_no,
        unnest(event.persons) as part
    from events
),

-- The office that the event's own sentence gives, else the one that the release gives first.
titles as (
    select
        person_parts.release_id,
        person_parts.event_no,
        person_parts.part.person_no,
        min(
            struct_pack(
                is_elsewhere := positions.position.sentence_no != person_parts.sentence_no,
                sentence_no := positions.position.sentence_no,
                title := positions.position.title
            )
        ) as first
    from person_parts
    inner join positions
        on
            person_parts.release_id = positions.release_id
            and person_parts.part.person_no = positions.position.person_no
    group by all
),

persons as (
    select
        person_parts.release_id,
        person_parts.event_no,
        list(
            struct_pack(
                person_id := person.person_id,
                role := person_parts.part.role,
                title := titles.first.title,
                side := person_parts.part.side
            )
            order by person.person_no, person_parts.part.role
        ) as persons
    from person_parts
    inner join incoming.person as person
        on
            person_parts.release_id = person.release_id
            and person_parts.part.person_no = person.person_no
    left join titles
        on
            person_parts.release_id = titles.release_id
            and person_parts.event_no = titles.event_no
            and person_parts.part.person_no = titles.person_no
    group by person_parts.release_id, person_parts.event_no
),

organization_parts as (
    select release_id, event.event_no, unnest(event.organizations) as part
    from events
),

organizations as (
    select
        organization_parts.release_id,
        organization_parts.event_no,
        list(
            struct_pack(organization_id := organization.organization_id, role := organization_parts.part.role)
            order by organization.organization_no, organization_parts.part.role
        ) as organizations
    from organization_parts
    inner join incoming.organization as organization
        on
            organization_parts.release_id = organization.release_id
            and organization_parts.part.organization_no = organization.organization_no
    group by organization_parts.release_id, organization_parts.event_no
)

select
    events.release_id,
    events.event.event_no,
    coalesce(persons.persons, []) as persons,
    coalesce(organizations.organizations, []) as organizations
from events
left join persons on events.release_id = persons.release_id and events.event.event_no = persons.event_no
left join organizations
    on
        events.release_id = organizations.release_id
        and events.event.event_no = organizations.event_no;
