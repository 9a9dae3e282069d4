from __future__ import annotations

from tests.extract.reading import read


def countries(*paragraphs: str, issuer: str = "KZ", title: str = "A release") -> dict[str, str | None]:
    facts = read(*paragraphs, issuer=issuer, title=title)
    return {person.name: person.country_code for person in facts.persons}


def test_whom_the_issuers_officer_meets_abroad_is_the_hosts() -> None:
    found = countries(
        "Minister of Trade Aigerim Saparova visited Lima, Peru. She met Minister of Mines Juan Rojas.",
        "During the visit, the Minister also spoke with Secretary-General of the Commerce Board Ana Soto.",
    )
    assert found == {"Aigerim Saparova": "KZ", "Juan Rojas": "PE", "Ana Soto": "PE"}


def test_whom_a_guest_meets_is_the_issuers() -> None:
    found = countries(
        "Minister of Trade of Peru Juan Rojas will visit Singapore. He will call on Minister for Trade Tan Ah Hua.",
        issuer="SG",
    )
    assert found == {"Juan Rojas": "PE", "Tan Ah Hua": "SG"}


def test_an_officer_met_at_home_is_the_issuers_where_no_other_country_is_named() -> None:
    found = countries("Minister of Trade Aigerim Saparova met Minister of Health Marat Bekov.")
    assert found == {"Aigerim Saparova": "KZ", "Marat Bekov": "KZ"}


def test_two_holders_of_one_office_in_a_list_are_not_of_one_country() -> None:
    found = countries(
        "The Prime Minister of Peru Juan Rojas, Prime Minister Olga Vrba and Minister of Health Eva Lind came.",
    )
    assert found["Olga Vrba"] != "PE"


def test_a_country_without_such_an_office_lends_it_to_nobody_in_a_list() -> None:
    found = countries(
        "U.S. Coordinator Amy Holt and Deputy Prime Minister Claire Roy opened the meeting with Canada.",
        issuer="US",
    )
    assert found == {"Amy Holt": "US", "Claire Roy": "CA"}


def test_an_institution_that_one_country_has_tells_it() -> None:
    found = countries("The delegation of Peru met Marshal of the Sejm Anna Nowak.", issuer="US")
    assert found == {"Anna Nowak": "PL"}


def test_who_asks_the_issuers_parliament_is_the_issuers() -> None:
    found = countries("Mr Tan Ah Hua: To ask the Minister for Foreign Affairs about Kenya.", issuer="SG")
    assert found == {"Tan Ah Hua": "SG"}


def test_a_spouse_is_of_the_country_of_the_company() -> None:
    found = countries("President of Peru Juan Rojas and Mrs Ana Rojas arrived.", issuer="SG")
    assert found == {"Juan Rojas": "PE", "Ana Rojas": "PE"}


def test_who_presides_over_a_company_holds_no_office_of_state() -> None:
    found = countries("He was joined by Eva Lis, Vice President of the Board of Azotex, in Algeria.", issuer="PL")
    assert found == {"Eva Lis": "PL"}


def test_a_style_of_one_country_tells_it_where_the_release_names_the_country() -> None:
    text = "Minister for Trade Tan Ah Hua and Senior Minister of Defence Datuk Seri Karim Bakar met in {}."
    assert countries(text.format("Malaysia"), issuer="SG")["Karim Bakar"] == "MY"
    assert countries(text.format("Ghana"), issuer="SG")["Karim Bakar"] != "MY"


def test_the_host_of_a_guest_is_not_the_one_who_goes_on() -> None:
    found = countries(
        "Foreign Minister of Oman Badr Qadiri came. Minister Badr will be hosted by Minister for Ports Tan Ah Hua and "
        "call on Minister for Rail Lim Bee Lan.",
        issuer="SG",
    )
    assert found == {"Badr Qadiri": "OM", "Tan Ah Hua": "SG", "Lim Bee Lan": "SG"}


def test_verbs_in_one_chain_have_one_subject() -> None:
    found = countries(
        "Minister of Ports of Peru Juan Rojas will call on Minister for Ports Tan Ah Hua, and meet Minister for Rail "
        "Lim Bee Lan.",
        issuer="SG",
    )
    assert found == {"Juan Rojas": "PE", "Tan Ah Hua": "SG", "Lim Bee Lan": "SG"}


def test_a_member_of_a_government_is_of_its_country() -> None:
    found = countries("She will meet members of the Peruvian government, including Minister of Ports Juan Rojas.")
    assert found == {"Juan Rojas": "PE"}


def test_who_left_a_post_is_of_the_country_of_who_takes_it() -> None:
    found = countries(
        "Ms Ann Holt has been appointed British Ambassador to Peru in succession to Mr Mark Stein.",
        issuer="GB",
    )
    assert found == {"Ann Holt": "GB", "Mark Stein": "GB"}


def test_a_peer_is_british_without_an_office_too() -> None:
    assert countries("He met Lord Malik of Hartwell.") == {"Lord Malik of Hartwell": "GB"}


def test_officers_of_bodies_that_the_world_knows_have_no_country() -> None:
    assert countries("UNCTAD Secretary-General Ana Soto spoke in Peru.") == {"Ana Soto": None}


def test_who_accompanies_a_guest_is_of_the_guests_country() -> None:
    found = countries(
        "Prime Minister of Peru Juan Rojas will call on President Tan Ah Hua. Prime Minister Rojas will be "
        "accompanied by his spouse, as well as Minister of Rail Ana Soto and other officials.",
        issuer="SG",
    )
    assert found == {"Juan Rojas": "PE", "Tan Ah Hua": "SG", "Ana Soto": "PE"}


def test_a_side_has_nobody_whose_office_the_country_lacks() -> None:
    found = countries(
        "Assistant Secretary Ann Holt led the U.S. delegation while Permanent Secretary Thani Chai spoke for Thailand.",
        issuer="US",
    )
    assert found == {"Ann Holt": "US", "Thani Chai": "TH"}


def test_a_spouse_is_of_the_country_of_the_same_surname_or_of_whom_she_accompanies() -> None:
    found = countries(
        "President of Peru Omar Zyr will be accompanied by Mrs Ruth Zyr and by his aides.",
        "Prime Minister of Chad Ali Brix will be accompanied by his spouse Madam Noa Qadan, and his aides.",
        issuer="SG",
    )
    assert (found["Ruth Zyr"], found["Noa Qadan"]) == ("PE", "TD")


def test_who_travels_to_a_country_is_not_its_own() -> None:
    found = countries(
        "This includes Malaysian Prime Minister Ismail Zyr\u2019s visit to Singapore, Premier Lim Zyr Yang\u2019s visit"
        " to Johor, and Minister for Trade Laura Stein\u2019s visit to Kuala Lumpur.",
        issuer="SG",
    )
    assert found == {"Ismail Zyr": "MY", "Lim Zyr Yang": "SG", "Laura Stein": "SG"}


def test_the_one_whom_a_letter_addresses_is_not_the_issuers() -> None:
    found = countries("Your Excellency, President Maia Zyr", "I congratulate Peru.", issuer="SG")
    assert found == {"Maia Zyr": "PE"}
    assert countries("His Excellency left, and President Maia Zyr came.", issuer="SG") == {"Maia Zyr": "SG"}


def test_a_country_behind_a_styled_name_is_the_bearers() -> None:
    found = countries("His Royal Highness Prince Abdul Zyrin of Brunei Darussalam came with Mr Omar Holt of Hartwell.")
    assert found == {"Abdul Zyrin": "BN", "Omar Holt": None}


def test_an_elected_head_of_state_who_is_congratulated_is_not_the_issuers() -> None:
    found = countries("We congratulate President-elect Omar Zyr on the vote in Peru.", issuer="US")
    assert found == {"Omar Zyr": "PE"}


def test_the_president_whom_the_title_names_is_the_issuers_before_one_told_earlier() -> None:
    found = countries(
        "The leaders answered President Zyrin's attack on Peru, and will hold Norway to account.",
        "President Holt thanked all for coming.",
        issuer="US",
        title="Readout of President Holt's Meeting with Leaders",
    )
    assert found["Holt"] == "US"
    assert found["Zyrin"] != "US"


def test_a_style_shows_the_country_of_one_without_an_office() -> None:
    found = countries("The mayors of Malaysia greeted our friend Datuk Seri Karim Osman.", issuer="US")
    assert found == {"Karim Osman": "MY"}


def test_the_body_of_an_office_for_something_tells_the_country() -> None:
    found = countries("Ana Holt, Undersecretary for Trade of the Peruvian Foreign Ministry, spoke.")
    assert found == {"Ana Holt": "PE"}
    found = countries("Ana Holt, Special Representative of the President of Peru for Chad, spoke.")
    assert found == {"Ana Holt": "PE"}


def test_the_body_that_follows_a_name_tells_the_country() -> None:
    found = countries("Assistant Secretary Ana Holt of the Department of Tides of the Republic of Peru spoke.")
    assert found == {"Ana Holt": "PE"}
    found = countries("Assistant Secretary Ana Holt of the Tide Board spoke.")
    assert found == {"Ana Holt": "KZ"}


def test_the_mayor_of_a_small_town_is_of_a_country_that_is_named() -> None:
    assert countries("Ana Holt, Mayor of Jelgava, greeted the guests of Latvia and Peru.") == {"Ana Holt": "LV"}


def test_a_capital_without_its_name_is_the_hosts() -> None:
    found = countries("In the Peruvian capital the envoy held consultations with Minister of Trade Ana Holt.")
    assert found == {"Ana Holt": "PE"}


def test_a_side_with_a_hyphen_is_the_countrys() -> None:
    assert countries("Peru-side was led by Ana Holt, Secretary of Trade.") == {"Ana Holt": "PE"}


def test_states_and_names_without_a_dash_belong_together() -> None:
    found = countries(
        "The Foreign Ministers of Peru - Ana Holt, the Republic of Chad Omar Berg, Oman Karim Haddad came."
    )
    assert found == {"Ana Holt": "PE", "Omar Berg": "TD", "Karim Haddad": "OM"}


def test_a_counterpart_in_apposition_is_of_the_other_country() -> None:
    found = countries("Minister of Trade Ana Holt met her counterpart, Minister of Trade Omar Berg, in Chad.")
    assert found == {"Ana Holt": "KZ", "Omar Berg": "TD"}


def test_whom_the_minister_meets_after_the_hosts_president_is_the_hosts() -> None:
    found = countries(
        "Minister of Trade Ana Holt went to Peru.",
        "The Minister was received by President of Peru Juan Rojas. She then met with Eva Soto, Speaker of the House.",
        "A meeting with Luz Vega, Minister of Mines, followed.",
    )
    assert found == {"Ana Holt": "KZ", "Juan Rojas": "PE", "Eva Soto": "PE", "Luz Vega": "PE"}


def test_an_office_of_the_white_house_is_american() -> None:
    found = countries(
        "Director of the White House Tide Office Ana Holt visited Peru and the United States.", issuer="SG"
    )
    assert found == {"Ana Holt": "US"}


def test_a_calling_in_small_letters_is_of_the_country_that_is_spoken_of() -> None:
    found = countries("The regime of Peru fell. It holds journalist Ana Holt.", "We met journalist Eva Lind.")
    assert found == {"Ana Holt": "PE", "Eva Lind": "KZ"}


def test_two_administrators_of_different_bodies_are_of_one_country() -> None:
    found = countries("- Administrator Ana Holt, Tide Agency - Administrator Eva Lind, Reef Agency - Peru")
    assert found == {"Ana Holt": "KZ", "Eva Lind": "KZ"}


def test_who_serves_a_states_officer_is_of_that_state() -> None:
    facts = read("Minister Dana Serik met Ana Lopez, Diplomatic Advisor to the Peruvian President.")
    assert {person.name: person.country_code for person in facts.persons}["Ana Lopez"] == "PE"


def test_the_one_met_abroad_is_of_the_country_visited() -> None:
    facts = read(
        "Vice President of Peru Juan Paz met Minister of Kazakhstan Dana Serik. In her meeting with Minister of the "
        "Environment Rosa Silva, Minister Serik spoke of forests.",
        title="Official Visit of Minister Dana Serik to Peru",
    )
    assert {person.name: person.country_code for person in facts.persons}["Rosa Silva"] == "PE"


def test_one_whom_only_the_title_names_is_not_of_the_next_ones_country() -> None:
    facts = read(
        "Through the Ambassador, the Deputy Minister transmitted messages from President Arman Bek.",
        title="Deputy Minister Aidar Serik receives Ambassador of Norway Kari Hansen",
    )
    assert {person.name: person.country_code for person in facts.persons}["Aidar Serik"] == "KZ"
