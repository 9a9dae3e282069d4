from __future__ import annotations

import pytest

from pipelines.extract.lexicons import rows
from tests.extract.reading import read


def told(*paragraphs: str, title: str = "A release") -> list[str]:
    """The topics of some paragraphs, in the order of the alphabet."""
    return sorted(row.topic_id for row in read(*paragraphs, title=title).topics)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed cooperation in tourism, sport and agriculture.", ["agriculture", "sport", "tourism"]),
        ("The sides spoke of visa-free travel and migration.", ["consular", "migration"]),
        ("Climate change and clean energy stood on the agenda.", ["energy", "environment"]),
        ("They discussed trade and investment.", ["investment", "trade"]),
        ("They considered non-proliferation and arms control.", ["disarmament"]),
        ("They discussed cooperation in oil and gas.", ["energy"]),
    ],
)
def test_words_of_a_sentence_show_its_topics(text: str, topics: list[str]) -> None:
    assert told(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Trade and Industry Aigul Omarova came.",
        "The Ministry of Tourism and Sport opened its doors.",
        "He wished her good health.",
        "The Democratic Republic of the Congo was there.",
        "They met amid a difficult international environment.",
        "Photo Credit: Tourism Board",
        "She holds a Master of Arts in Education.",
        "Mr Omarov graduated from a school of agriculture.",
        "The Minister of State (Tourism, Sport) (Trade and Industry) came.",
        "It is funded under the Roads and Forests Act.",
        "Senator Dana Nickel came to Oslo.",
        "She joined the Norlandic diplomatic service and worked on tourism.",
        "The Minister answered a parliamentary question.",
        "The meeting was held in a difficult business climate.",
    ],
)
def test_names_offices_wishes_and_standing_text_show_none(text: str) -> None:
    assert told(text) == []


def test_a_weak_word_counts_only_where_something_is_talked_about() -> None:
    assert told("They discussed the military side.") == ["defence"]
    assert told("The military drove by.") == []
    assert told("The military highlighted its developing side.") == []
    assert told("They expressed interest in the army.") == ["defence"]
    assert told("The army defends its interests.") == []
    assert told("The visit was dedicated to the military side.") == ["defence"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They agreed to fight the pandemic together.", ["health"]),
        ("They agreed to keep in touch amidst the pandemic.", []),
        ("MINISTRY OF FOREIGN AFFAIRS Your Excellency, I welcome our work in tourism.", ["tourism"]),
        ("They met the Assistant Secretary General \u2013 Digital Transformation.", []),
        ("Despite the challenges of the pandemic, they agreed to meet.", []),
        ("They will travel again as both states emerge from the pandemic.", []),
        ("I wish the people of Norland peace and prosperity, and stress my regard.", []),
        ("They wish to discuss tourism.", ["tourism"]),
        ("They discussed ideas with tourism officials.", []),
        ("They discussed ideas with sport, tourism, and education leaders.", []),
        ("They discussed sport and tourism.", ["sport", "tourism"]),
        ("She brings many years of experience in tourism.", []),
        ("He was a member of the delegation for tourism.", []),
        ("From 1998 to 2004, Ms Omarova worked on tourism.", []),
        ("She has also worked on tourism.", []),
        ("He held talks on tourism.", ["tourism"]),
        ("At the fund, he led a team for tourism from 2012 to 2014.", []),
        ("They plan projects in tourism from 2026 to 2028.", ["tourism"]),
        ("She has a Master's degree in tourism.", []),
        ("In 2012, she moved to a firm for tourism.", []),
        ("They met on the sidelines of the tourism fair.", []),
        ("They met on the sidelines of the fair to discuss tourism.", ["tourism"]),
        ("They discussed a [plan](https://www.tourism.example/energy-efficiency) of theirs.", []),
        ("They travelled more before the pandemic.", []),
        ("They travel more following the pandemic.", []),
        ("Ms Omarova was the Norland Council Vice-President for tourism.", []),
        ("She was received by the President for talks on tourism.", ["tourism"]),
        ("They met with companies operating in such sectors as energy and tourism.", []),
        ("They met with companies to discuss energy and tourism.", ["energy", "tourism"]),
        ("They travel more often since the downturn caused by the pandemic.", []),
        ("They travel less due to the pandemic.", []),
        ("They discussed financial support for the school.", []),
        ("They discussed financial services.", ["finance"]),
        ("They discussed vaccine manufacturing.", ["health"]),
        ("They left after discussing tourism.", ["tourism"]),
        ("They travel by any means of transport.", []),
        ("They travel less as states rebound from the pandemic.", []),
        ("They spoke of the loss resulting from the pandemic.", []),
        ("They plan help in case of a pandemic.", []),
        ("They plan help in this case of a pandemic.", ["health"]),
        ("They met online given the pandemic.", []),
        ("Attention was given to the pandemic.", ["health"]),
        ("The pandemic has exacerbated the loss of ships.", []),
        ("The loss of ships has exacerbated the pandemic.", ["health"]),
        ("They saw the Kuna Industrial Park.", []),
        ("They saw an industrial park.", ["industry"]),
        ("Worked in a firm for tourism", []),
        ("They worked in tourism.", ["tourism"]),
    ],
)
def test_settings_wishes_people_and_careers_show_none(text: str, topics: list[str]) -> None:
    assert told(text) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("It builds a culture of trust.", []),
        ("They discussed the culture of Norland.", ["culture"]),
        ("They condemned the military courts.", []),
        ("They sent life-saving vaccines.", ["health"]),
        ("They sent life-saving aid.", ["humanitarian"]),
        ("They welcomed a public-private partnership.", []),
        ("They welcomed the local innovation ecosystem.", ["science"]),
        ("They welcomed the care for marine ecosystems.", ["environment"]),
        ("They welcomed the new tax base.", []),
        ("They discussed emissions trading.", ["environment"]),
        ("They spoke of macroeconomic matters.", ["economy"]),
        ("They praised the skilled seafarers.", ["transport"]),
        ("They support pay equity.", ["human_rights"]),
        ("They helped with the repatriation of citizens.", ["consular"]),
        ("They helped with the repatriation of refugees.", ["migration"]),
        ("They told of the labour of years.", []),
        ("They discussed labour.", ["labour"]),
        ("A Congressional delegation came to Oslo.", []),
        ("They take health and safety to heart.", []),
        ("They fund the Departments of Tourism and Sport.", []),
        ("They fund tourism and sport.", ["sport", "tourism"]),
        ("They named the shadow fleet and hybrid warfare.", ["security"]),
        ("They called for due process.", ["law"]),
        ("They called for a return to constitutional order.", ["politics"]),
        ("It took place amid some foreign interference.", []),
        ("They discussed foreign interference.", ["security"]),
    ],
)
def test_words_show_their_own_topic_and_no_neighbour(text: str, topics: list[str]) -> None:
    assert told(text) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They spoke of the green and digital economies.", ["digital", "economy", "environment"]),
        ("They spoke of student, tourist, and business exchanges.", ["economy", "education", "tourism"]),
        ("They spoke of students and business.", ["education"]),
        ("They met the Minister for Trade and Export Growth.", []),
        ("They spoke of IT and tourism.", ["digital", "tourism"]),
        ("They praised it and tourism.", ["tourism"]),
        ("In times of tensions and of trust, they welcomed it.", []),
        ("They spoke of the tensions.", ["security"]),
    ],
)
def test_a_list_may_share_its_last_word_and_capitals_may_matter(text: str, topics: list[str]) -> None:
    assert told(text) == topics


def test_what_is_told_in_passing_counts_when_it_comes_back() -> None:
    assert told("They met despite the pandemic.") == []
    found = read("They met despite the pandemic.", "They keep trading amid the pandemic.").topics
    assert [(row.topic_id, row.sentence_no, row.rule) for row in found] == [("health", 1, "topic_repeated")]


def test_a_phrase_may_begin_in_a_name_but_not_stand_in_one() -> None:
    assert told("They discussed EU enlargement.") == ["politics"]
    assert told("They thanked the Norland Energy Agency of Tourism.") == []
    assert told("They thanked the Ministry of Trade and Tourism.") == []


def test_a_word_of_talks_inside_a_name_is_no_talk() -> None:
    assert told("They discussed innovation.") == ["science"]
    assert told("The Ministry of Partnership drove innovation.") == []


def test_the_title_shows_what_the_event_is_about() -> None:
    assert told("It took place in Oslo.", title="Forum on Tourism Opens") == ["tourism"]
    assert [row.rule for row in read("It took place.", title="Forum on Tourism Opens").topics] == ["topic_title"]


def test_some_words_count_only_in_the_title() -> None:
    assert told("It took place in Oslo.", title="Ministers Discuss the War") == ["security"]
    assert told("They discussed the years of war.", title="A release") == []


@pytest.mark.parametrize(
    "text",
    [
        "They reaffirmed the warm ties between Norland and Sudland.",
        "The Kenya-Chad relations have never been better.",
        "They agreed to deepen bilateral cooperation.",
        "They praised the partnership between the two countries.",
        "Both sides value their longstanding friendship.",
        "They agreed to strengthen relations.",
        "They spoke of Kenya-Chad cooperation.",
        "They spoke of Polish\u2013American cooperation.",
    ],
)
def test_relations_of_states_as_such_are_politics(text: str) -> None:
    assert told(text) == ["politics"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They agreed to deepen tourism ties.", ["tourism"]),
        ("The states established diplomatic relations in 1992.", []),
        ("He works in public relations.", []),
        ("The fair builds closer ties between inventors and lenders.", []),
        ("The fair builds closer ties between Kenya and Chad.", ["politics"]),
        ("They spoke of cyber security.", ["digital"]),
        ("They spoke of Kenyan cooperation in sport.", ["sport"]),
    ],
)
def test_ties_of_one_field_are_no_politics(text: str, topics: list[str]) -> None:
    assert told(text) == topics


def test_talks_without_a_named_subject_are_politics() -> None:
    found = read("The Minister will meet hosts in Norway.", title="Talks of the Minister in Oslo").topics
    assert [(row.topic_id, row.rule) for row in found] == [("politics", "topic_of_talks")]
    assert told("They spoke of tourism.", title="Talks of the Minister in Oslo") == ["tourism"]
    assert told("The Minister will visit Oslo, Norway, in May.", title="Visit of the Minister to Oslo") == []
    assert told("They met at the office.", title="Meeting of the Minister with Parents") == []
    assert told("She took up her post in Norway.", title="Appointment of the Ambassador to Oslo") == []
    assert told("The Minister in Norway", title="Photos from the Visit of the Minister to Oslo") == []


def test_a_visit_of_state_is_politics_whatever_else_is_talked_about() -> None:
    title = "Official Visit of the Minister to Oslo"
    found = read("The Minister will visit Oslo, Norway, to discuss tourism.", title=title).topics
    assert [(row.topic_id, row.rule) for row in found] == [("politics", "topic_of_talks"), ("tourism", "topic_phrase")]
    assert told("They spoke of tourism in Norway.", title="Visit of the Minister to Oslo") == ["tourism"]
    assert told("They spoke of tourism in Norway.", title="Working Visit of the Minister to Oslo") == ["tourism"]
    assert told("They spoke of tourism.", title="Photos from the Official Visit to Norway") == ["tourism"]


def test_the_caption_of_a_picture_shows_none() -> None:
    assert told("They met in Oslo.", "Tanks wait for transport by sea.", "Photo credit: Norland Wire") == []
    assert told("Tanks wait for transport by sea.", "They met in Oslo.") == ["transport"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed wages.", ["labour"]),
        ("They discussed the wages portal.", []),
        ("They discussed wages in the north.", ["labour"]),
        ("They discussed energy wages.", ["energy"]),
        ("They discussed energy, wages and sport.", ["energy", "labour", "sport"]),
        ("They discussed the fertiliser industry.", ["agriculture", "industry"]),
        ("They discussed technology issues.", ["science"]),
        ("They discussed technology giveaways.", []),
        ("They discussed nuclear weapons.", ["disarmament"]),
        ("They discussed the weapons.", ["defence"]),
    ],
)
def test_a_field_counts_where_it_is_spoken_of_by_itself(text: str, topics: list[str]) -> None:
    assert told(text) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They met officials in charge of tourism, sport and customs.", []),
        ("They met officials in charge of the fair to discuss tourism.", ["tourism"]),
        ("They helped each other at the outset of the pandemic.", []),
        ("They spoke of the danger of the pandemic.", ["health"]),
        ("Oslo hosts a hundred companies from sectors such as energy and tourism.", []),
        ("They heard from companies about energy and tourism.", ["energy", "tourism"]),
        ("They condemned the attack on a commercial vessel.", ["security"]),
        ("They discussed commercial interests.", ["trade"]),
        ("They strolled and talked on the banks of the river.", []),
        ("They spoke of the banks in Oslo.", ["finance"]),
        ("Norland helped to clear landmines.", ["humanitarian"]),
        ("They took stock of connectivity.", ["transport"]),
        ("They gave up connectivity.", []),
        ("They talked over a cup of coffee.", []),
        ("They talked of ports of entry.", ["migration"]),
        ("They talked of satellite phones.", []),
        ("They talked of satellites.", ["space"]),
        ("They built a mutually beneficial relationship.", ["politics"]),
        ("They built an expensive relationship.", []),
    ],
)
def test_charges_dates_and_namesakes_show_none(text: str, topics: list[str]) -> None:
    assert told(text) == topics


def test_weak_words_of_four_sentences_make_a_topic() -> None:
    found = read("An airline failed. Another airline came. No airline left. An airline grew.").topics
    assert [(row.topic_id, row.sentence_no, row.rule) for row in found] == [("transport", 1, "topic_repeated")]
    assert told("An airline failed. Another airline came. No airline left.") == []


def test_a_private_body_of_the_text_shows_none_in_the_title() -> None:
    assert told("She spoke at Norland Business School.", title="The Minister at Norland Business School") == []
    assert told("She spoke in Oslo.", title="Business in Norland") == ["economy"]


def test_each_topic_points_at_the_first_sentence_that_shows_it() -> None:
    found = read("They met in Oslo. They discussed tourism. Tourism matters.").topics
    assert [(row.topic_id, row.sentence_no, row.rule) for row in found] == [("tourism", 2, "topic_phrase")]


def test_every_phrase_has_a_known_strength_and_only_those_that_bar_have_no_topic() -> None:
    for row in rows("topic_words"):
        assert row["strength"] in {"strong", "weak", "head", "title", "none"}, row
        assert bool(row["topic"]) == (row["strength"] != "none"), row
        assert row["phrase"] == row["phrase"].lower(), row
