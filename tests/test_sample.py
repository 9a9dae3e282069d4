"""The sample site answers as the ministries that it imitates, over real loopback HTTP."""

from __future__ import annotations

import json
import re
import ssl
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from pipelines.sample.folder import FolderError
from pipelines.sample.releases import RELEASES
from pipelines.sample.site import SampleSite

if TYPE_CHECKING:
    from collections.abc import Iterator

KAZAKH, GOVUK, UZBEK, FOLDER = "kazakhstan-today.example", "gov-uk.example", "mfa-uz.example", "folder.example"
DIALOGUE = "/government/news/uk-and-kazakhstan-hold-eighth-strategic-dialogue"
ROADMAP = "/government/news/uk-and-kazakhstan-agree-second-roadmap-on-critical-minerals"
RECEPTION = "/government/news/british-embassy-bishkek-hosts-winter-reception-for-alumni"
APPOINTMENTS = "/government/news/temporary-changes-to-consular-appointments-in-almaty"
CREDENTIALS = "/government/news/british-ambassador-presents-credentials-in-astana"
READOUT = "/government/news/readout-of-uk-kazakhstan-strategic-dialogue"
UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # nothing here is encrypted; httpx would read all certificates
META = re.compile(r'<div class="page-meta"><span>([^<]*)</span> <span>(\d+)</span></div>')


@pytest.fixture(scope="module")
def site() -> Iterator[SampleSite]:
    with SampleSite() as started:
        yield started


def get(site: SampleSite, host: str, target: str, **headers: str) -> httpx.Response:
    return httpx.get(site.origin + target, headers={"Host": host} | headers, verify=UNUSED, trust_env=False)


def content(site: SampleSite, path: str) -> Any:
    return get(site, GOVUK, f"/api/content{path}").json()


def kazakh_paths(site: SampleSite) -> list[str]:
    paths: list[str] = []
    for page_no in range(1, 20):
        page = get(site, KAZAKH, f"/eng/international_affair/?page={page_no}")
        found = re.findall(r'class="news-card__title" href="(/eng/[a-z_]+/\w+_\d{10}\.html)"', page.text)
        if not found:
            assert page.status_code == 200
            return paths
        assert len(found) <= 10
        paths += found
    raise AssertionError("the listing has no end")


def release_files() -> list[dict[str, Any]]:
    return [json.loads(file.read_bytes()) for file in RELEASES.glob("*/*.json")]


def test_the_site_serves_at_least_45_releases_of_2024_to_2026() -> None:
    releases = release_files()
    years = {datetime.fromisoformat(release["published_at"]).year for release in releases}
    assert len(releases) >= 45
    assert years == {2024, 2025, 2026}
    assert len({release["path"] for release in releases}) == len(releases)
    assert len({tuple(release["paragraphs"]) for release in releases}) == len(releases)


def test_the_site_notes_every_request_and_knows_no_other_host(site: SampleSite) -> None:
    assert get(site, "elsewhere.example", "/robots.txt").status_code == 404
    assert site.requests[-1] == ("elsewhere.example", "/robots.txt", 404)
    assert site.hosts == (KAZAKH, GOVUK, UZBEK)


def test_one_connection_carries_many_requests(site: SampleSite) -> None:
    with httpx.Client(base_url=site.origin, headers={"Host": UZBEK}, trust_env=False) as client:
        streams = {client.get("/robots.txt").extensions["network_stream"].get_extra_info("client_addr") for _ in "abc"}
    assert len(streams) == 1


def test_the_kazakh_listing_names_every_article_once_newest_first(site: SampleSite) -> None:
    paths = kazakh_paths(site)
    ids = [path[-15:-5] for path in paths]
    assert len(set(paths)) == len(paths) == len(list((RELEASES / "kazakh").glob("*.json")))
    assert ids == sorted(ids, reverse=True)
    assert get(site, KAZAKH, "/robots.txt").status_code == 404


def test_every_kazakh_page_carries_three_whole_articles_and_its_own_comes_first(site: SampleSite) -> None:
    for file in (RELEASES / "kazakh").glob("*.json"):
        release = json.loads(file.read_bytes())
        body = get(site, KAZAKH, release["path"]).content.decode(release.get("charset", "utf-8"))
        headings = re.findall(r'<header class="page-heading"><h1>(.*?)</h1>', body)
        texts = re.findall(r'<div class="page-content"><div>(.*?)</div></div>', body, flags=re.DOTALL)
        assert len(headings) == len(texts) == len(META.findall(body)) == 3
        assert unescape((release.get("edits") or [{}])[-1].get("title", headings[0])) == unescape(headings[0])
        last = (release.get("edits") or [release])[-1]
        assert re.findall(r"<p>(.*?)</p>", unescape(texts[0]), flags=re.DOTALL) == last["paragraphs"]


def test_the_view_counter_changes_on_every_request(site: SampleSite) -> None:
    path = kazakh_paths(site)[0]
    first, second = (META.findall(get(site, KAZAKH, path).text) for _ in range(2))
    assert [stated for stated, _ in first] == [stated for stated, _ in second]
    assert first[0][1] != second[0][1]


def test_kazakh_pages_state_almaty_time_or_only_the_day_or_nothing(site: SampleSite) -> None:
    stated = {path[-15:-5]: META.findall(get(site, KAZAKH, path).text)[0][0] for path in kazakh_paths(site)}
    assert stated["1377959381"] == "18.01.2024, 16:20"  # UTC+6, before the first of March 2024
    assert stated["1377974561"] == "12.02.2025, 15:00"
    assert stated["1377987020"] == "20.01.2026"
    assert stated["1377970664"] == ""


def test_some_items_of_the_kazakh_listing_are_not_the_ministrys(site: SampleSite) -> None:
    first = [get(site, KAZAKH, path).text.split("</div></div>")[0] for path in kazakh_paths(site)]
    foreign = [page for page in first if not re.search(r"MFA|Ministry of Foreign Affairs", page)]
    assert len(foreign) == 4


def test_one_kazakh_page_is_in_windows_1251_and_only_its_markup_says_so(site: SampleSite) -> None:
    path = next(path for path in kazakh_paths(site) if "traveller_of_the_steppe" in path)
    page = get(site, KAZAKH, path)
    assert page.headers["content-type"] == "text/html"
    assert b'<meta charset="windows-1251">' in page.content
    assert "“Traveller of the Steppe”" in page.content.decode("windows-1251")
    assert "(Шокан Уалиханов)" in page.content.decode("windows-1251")
    with pytest.raises(UnicodeDecodeError):
        page.content.decode("utf-8")


def test_the_search_answers_in_the_shape_of_gov_uk(site: SampleSite) -> None:
    reply = get(
        site,
        GOVUK,
        "/api/search.json?filter_organisations=foreign-commonwealth-development-office"
        "&filter_content_purpose_supergroup=news_and_communications&order=-public_timestamp&count=5&start=1"
        "&fields=title,link&fields=public_timestamp",
    )
    found = reply.json()
    assert list(found) == [
        "results",
        "total",
        "start",
        "aggregates",
        "suggested_queries",
        "suggested_autocomplete",
        "es_cluster",
    ]
    assert {*found["results"][0]} == {
        "title",
        "link",
        "public_timestamp",
        "index",
        "es_score",
        "_id",
        "elasticsearch_type",
        "document_type",
    }
    times = [result["public_timestamp"] for result in found["results"]]
    assert times == sorted(times, reverse=True)
    assert len(times) == 5
    assert found["start"] == 1
    assert found["results"][0]["document_type"] == "edition"
    assert "public" in reply.headers["cache-control"]


@pytest.mark.parametrize("query", ["colour=red", "filter_colour=red", "count=1501", "count=-1", "order=title"])
def test_the_search_refuses_what_it_does_not_know(site: SampleSite, query: str) -> None:
    reply = get(site, GOVUK, f"/api/search.json?{query}")
    assert reply.status_code == 422
    assert reply.json()["error"]


def test_the_search_lists_english_documents_only_and_stale_ones_too(site: SampleSite) -> None:
    found = get(site, GOVUK, "/api/search.json?count=100").json()
    links = {result["link"] for result in found["results"]}
    assert found["total"] == len(links) == len(list((RELEASES / "govuk").glob("*.json"))) - 1
    assert {RECEPTION, READOUT, APPOINTMENTS, CREDENTIALS} <= links
    assert f"{CREDENTIALS}.ru" not in links
    for link in links - {RECEPTION}:
        assert get(site, GOVUK, f"/api/content{link}").status_code == 200
    speeches = get(site, GOVUK, "/api/search.json?filter_content_store_document_type=speech").json()
    assert speeches["total"] == 1


def test_a_document_has_the_fields_of_the_content_api(site: SampleSite) -> None:
    document = content(site, "/government/news/uk-and-kazakhstan-sign-strategic-partnership-and-cooperation-agreement")
    assert document["schema_name"] == "news_article"
    assert document["document_type"] == "press_release"
    assert document["withdrawn_notice"] == {}
    assert document["first_published_at"] == document["public_updated_at"] == "2024-04-24T16:45:00.000+01:00"
    assert document["details"]["body"].startswith('<div class="govspeak"><p>The Foreign Secretary')
    assert '<h2 id="critical-minerals">' in document["details"]["body"]
    assert document["links"]["organisations"][0]["title"] == "Foreign, Commonwealth & Development Office"
    assert get(site, GOVUK, "/api/content/government/news/no-such-release").status_code == 404


def test_the_edited_release_has_three_notes_and_each_edit_moves_it_up(site: SampleSite) -> None:
    document = content(site, DIALOGUE)
    notes = [note["note"] for note in document["details"]["change_history"]]
    assert len(notes) == 3
    assert notes[-1] == "First published."
    assert document["public_updated_at"] == "2025-03-06T15:00:00.000+00:00"
    assert document["first_published_at"] == "2025-02-12T10:15:00.000+00:00"


def test_a_minor_edit_changes_the_wording_but_not_public_updated_at() -> None:
    with SampleSite(as_of=date(2026, 6, 3)) as earlier:
        before = content(earlier, ROADMAP)
    with SampleSite(as_of=date(2026, 6, 4)) as later:
        after = content(later, ROADMAP)
    assert before["public_updated_at"] == after["public_updated_at"]
    assert before["details"]["change_history"] == after["details"]["change_history"]
    assert before["details"]["body"] != after["details"]["body"]
    assert before["updated_at"] != after["updated_at"]


def test_the_withdrawn_the_gone_and_the_moved_say_so(site: SampleSite) -> None:
    withdrawn = content(site, APPOINTMENTS)
    assert withdrawn["withdrawn_notice"]["withdrawn_at"] == "2025-09-15T11:20:00.000+01:00"
    assert withdrawn["details"]["body"]
    gone = get(site, GOVUK, f"/api/content{RECEPTION}")
    assert gone.status_code == 410
    assert gone.json()["schema_name"] == "gone"
    moved = content(site, READOUT)
    assert moved["schema_name"] == "redirect"
    assert moved["redirects"] == [{"path": READOUT, "type": "exact", "destination": DIALOGUE}]


def test_a_translation_shares_its_content_id_and_is_named_by_the_english_text(site: SampleSite) -> None:
    english, russian = content(site, CREDENTIALS), content(site, f"{CREDENTIALS}.ru")
    assert english["content_id"] == russian["content_id"]
    assert russian["locale"] == "ru"
    named = [link["base_path"] for link in english["links"]["available_translations"]]
    assert named == [CREDENTIALS, f"{CREDENTIALS}.ru"]


def test_the_feed_gives_summaries_and_every_page_the_whole_text(site: SampleSite) -> None:
    feed = get(site, UZBEK, "/en/press/rss")
    links = re.findall(rf"<link>https://{UZBEK}(/en/[^<]+---\d+)</link>", feed.text)
    assert len(links) == len(list((RELEASES / "uzbek").glob("*.json")))
    assert all(len(unescape(text)) <= 161 for text in re.findall(r"<description>(.*?)…</description>", feed.text))
    for link in links:
        page = get(site, UZBEK, link)
        assert re.search(r"<article>\s*<h1>.+</h1>\s*<time datetime=\"20\d\d-[^\"]+\+05:00\">", page.text)
        assert page.headers["etag"]
        assert page.headers["last-modified"].endswith("GMT")
    assert any(re.search(r"<h1>.*Ташкенте", get(site, UZBEK, link).text) for link in links)


@pytest.mark.parametrize(
    "target", ["/en/press/rss", "/en/press/news/2025/unesco-general-conference-in-samarkand---990156"]
)
def test_what_the_client_holds_is_not_sent_again(site: SampleSite, target: str) -> None:
    held = get(site, UZBEK, target)
    assert held.status_code == 200
    by_tag = get(site, UZBEK, target, **{"If-None-Match": held.headers["etag"]})
    by_time = get(site, UZBEK, target, **{"If-Modified-Since": held.headers["last-modified"]})
    assert (by_tag.status_code, by_time.status_code) == (304, 304)
    assert by_tag.content == by_time.content == b""
    other = get(site, UZBEK, target, **{"If-None-Match": '"other"', "If-Modified-Since": held.headers["last-modified"]})
    assert other.status_code == 200


def test_robots_txt_asks_for_a_delay_and_the_feed_links_into_the_forbidden_folder(site: SampleSite) -> None:
    robots = get(site, UZBEK, "/robots.txt").text
    assert "Crawl-delay: 0.1" in robots
    assert "Disallow: /en/internal/" in robots
    assert get(site, UZBEK, "/en/press/rss").text.count(f"<link>https://{UZBEK}/en/internal/") == 1
    assert get(site, GOVUK, "/robots.txt").status_code == 200


def test_an_earlier_day_shows_earlier_releases_wordings_and_states() -> None:
    with SampleSite(as_of=date(2025, 2, 12)) as site:
        first = content(site, DIALOGUE)
        assert content(site, READOUT)["schema_name"] == "news_article"
        assert get(site, GOVUK, f"/api/content{APPOINTMENTS}").status_code == 404
    with SampleSite(as_of=date(2025, 2, 14)) as site:
        second = content(site, DIALOGUE)
    with SampleSite(as_of=date(2025, 9, 14)) as site:
        assert content(site, APPOINTMENTS)["withdrawn_notice"] == {}
        earlier = kazakh_paths(site)
    with SampleSite(as_of=date(2025, 11, 30)) as site:
        assert content(site, RECEPTION)["schema_name"] == "news_article"
        assert content(site, APPOINTMENTS)["withdrawn_notice"]["explanation"]
        assert set(earlier) < set(kazakh_paths(site))
    assert first["title"] != second["title"]
    assert first["public_updated_at"] < second["public_updated_at"]
    assert len(first["details"]["change_history"]) == 1


def test_before_the_first_release_every_listing_is_empty_and_well_formed() -> None:
    with SampleSite(as_of=date(2023, 12, 31)) as site:
        assert kazakh_paths(site) == []
        assert get(site, GOVUK, "/api/search.json").json()["total"] == 0
        assert "<item>" not in get(site, UZBEK, "/en/press/rss").text


def write(folder: Path, name: str, **keys: object) -> None:
    release = {"title": "Minister met Ambassador", "issuer": "KZ", "paragraphs": ["A & B <met> “today”."], **keys}
    (folder / name).write_text(json.dumps(release), encoding="utf-8")


def folder_pages(folder: Path) -> list[str]:
    with SampleSite(folder=folder) as site:
        assert site.hosts == (FOLDER,)
        pages = [get(site, FOLDER, f"/eng/releases/?page={number}").text for number in range(1, 6)]
        paths = re.findall(r'news-card__title" href="(/eng/releases/\w+_\d{10}\.html)"', "".join(pages))
        return [get(site, FOLDER, path).text for path in paths]


def test_a_folder_is_served_whole_newest_first_undated_last(tmp_path: Path) -> None:
    write(tmp_path, "a.json", id="x", published_at="2025-02-12T15:00:00+05:00", url="https://mfa.example/1?a=1&b=2")
    write(tmp_path, "b.json", id="x", published_at=None)
    write(tmp_path, "c.json", id="x", published_at="2026-01-31", language="fr")
    pages = folder_pages(tmp_path)
    assert [META.findall(page)[0][0] for page in pages] == ["31.01.2026", "12.02.2025, 15:00", ""]
    assert all("<p>A &amp; B &lt;met&gt; “today”.</p>" in page for page in pages)
    assert all('<meta name="issuer" content="KZ">' in page for page in pages)
    assert '<html lang="fr">' in pages[0]
    assert '<meta property="article:published_time" content="2026-01-31">' in pages[0]
    assert '<link rel="canonical" href="https://mfa.example/1?a=1&amp;b=2">' in pages[1]
    assert '<meta property="article:published_time" content="2025-02-12T15:00:00+05:00">' in pages[1]
    assert "article:published_time" not in pages[2]
    assert re.search(rf'rel="canonical" href="https://{FOLDER}/eng/releases/minister_met_\w+\.html"', pages[2])


def test_equal_releases_of_a_folder_do_not_collide_and_keep_their_addresses(tmp_path: Path) -> None:
    for number in range(23):
        write(tmp_path, f"{number}.json", published_at=None)
    addresses = [re.findall(r'rel="canonical" href="([^"]+)"', page)[0] for page in folder_pages(tmp_path)]
    again = [re.findall(r'rel="canonical" href="([^"]+)"', page)[0] for page in folder_pages(tmp_path)]
    assert len(set(addresses)) == 23
    assert addresses == again


def test_our_own_releases_survive_the_folder_word_for_word(tmp_path: Path) -> None:
    for file in (RELEASES / "kazakh").glob("*.json"):
        release = json.loads(file.read_bytes())
        write(tmp_path, file.name, **{key: release[key] for key in ("title", "published_at", "paragraphs")})
    wanted = {tuple(json.loads(file.read_bytes())["paragraphs"]) for file in tmp_path.glob("*.json")}
    bodies = [
        re.findall(r'page-content"><div>(.*?)</div></div>', page, flags=re.DOTALL) for page in folder_pages(tmp_path)
    ]
    assert {tuple(re.findall(r"<p>(.*?)</p>", unescape(body[0]), flags=re.DOTALL)) for body in bodies} == wanted


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("no json", "the file"),
        ("[1]", "the file"),
        ('{"issuer": "KZ", "paragraphs": []}', "title"),
        ('{"title": "T", "paragraphs": []}', "issuer"),
        ('{"title": "T", "issuer": "KZ", "paragraphs": "one"}', "paragraphs"),
        ('{"title": "T", "issuer": "KZ", "paragraphs": [], "published_at": "yesterday"}', "published_at"),
    ],
)
def test_a_bad_file_is_named_with_its_key_and_the_mend(tmp_path: Path, text: str, key: str) -> None:
    write(tmp_path, "good.json")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(FolderError, match=rf"bad\.json: {key}: .*mend the file"):
        SampleSite(folder=tmp_path)


def test_a_folder_without_releases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"no \*\.json file"):
        SampleSite(folder=tmp_path / "nowhere")
