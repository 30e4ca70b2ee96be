"""Answers as pictures: what is in them, how they are served, and that they leak nothing."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from records.enums import Rung
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.pictures.svg import texts, titles
from tests.support.agreements import agreed
from tests.support.writing import store

pytestmark = pytest.mark.django_db

ROLES = "/api/v1/agreements/roles/"
SERIES = "/api/v1/measures/series/"
LADDERS = "/api/v1/ladder/"
NETWORK = "/api/v1/network/"
LOSSES = {"metric": "equipment_losses"}

every_picture = pytest.mark.parametrize(
    ("path", "query"),
    [(ROLES, {}), (SERIES, LOSSES), (LADDERS, {"on": "2025-04-04"}), (NETWORK, {})],
)


def picture(client, path, query, **headers):
    return client.get(path, {**query, "format": "svg"}, headers=headers)


def drawn(client, path, **query):
    response = picture(client, path, query)
    assert response.status_code == 200, response.content
    return ET.fromstring(response.content)


@every_picture
def test_picture_has_its_own_media_type_and_may_run_nothing(client, path, query):
    headers = picture(client, path, query).headers
    assert headers["Content-Type"] == "image/svg+xml"
    assert headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert headers["X-Content-Type-Options"] == "nosniff"


@every_picture
def test_picture_is_validated_like_json(client, path, query):
    response = picture(client, path, query)
    json = client.get(path, query)
    assert response.headers["Cache-Control"] == json.headers["Cache-Control"]
    etag = response.headers["ETag"]
    assert etag != json.headers["ETag"]
    again = picture(client, path, query, if_none_match=etag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)


@every_picture
def test_picture_by_header(client, path, query):
    response = client.get(path, query, headers={"Accept": "image/svg+xml"})
    assert response.headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        (ROLES, {}, "No two have these roles in what was asked for."),
        (SERIES, LOSSES, "No figure with a date and a number is among these."),
        (LADDERS, {"on": "2025-04-04"}, "No agreement is among what was asked for."),
        (NETWORK, {}, "Nobody is bound to anybody in what was asked for."),
    ],
)
def test_picture_of_an_empty_register_is_a_sentence(client, path, query, sentence):
    root = drawn(client, path, **query)
    assert sentence in texts(root)
    assert titles(root) == []


@every_picture
def test_picture_refuses_what_json_refuses(client, path, query):
    wrong = query | {"nothing": "1"}
    answers = [client.get(path, wrong), picture(client, path, wrong)]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert answers[0].json()["errors"] == answers[1].json()["errors"]


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin"])
def test_picture_is_the_same_for_everybody(client, payer, maker, role):
    agreed((payer, "funder"), (maker, "performer"))
    public = picture(client, ROLES, {}).content
    draft = agreed((payer, "funder"), (maker, "performer"), review_status="draft")
    somebody = Client()
    somebody.force_login(UserFactory(role=role))
    assert [picture(each, ROLES, {}).content for each in (client, somebody)] == [public] * 2
    draft.review_status = "published"
    store(record=draft, owned={})
    assert picture(somebody, ROLES, {}).content != public


def test_picture_says_which_request_it_answers(client):
    found = " ".join(texts(drawn(client, ROLES, host="UA,PL")))
    assert f"Asked for: {ROLES}?host=UA,PL" in found


def test_matrix_counts_and_names_what_the_answer_does(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"), value_amount="2500000", value_currency="GBP")
    agreed((payer, "funder"), (maker, "performer"))
    agreed((payer, "funder"), (maker, "performer"), review_status="draft")
    root = drawn(client, ROLES)
    (title,) = titles(root)
    assert title == (
        "Funder: United Kingdom. Performer: Ukraine. 2 agreements. "
        "Values: 2,500,000 GBP in 1 agreement."
    )
    assert {"United Kingdom", "Ukraine", "2", "Funder ↓", "Performer →"} <= set(texts(root))
    assert "2 agreements in all" in " ".join(texts(root))


def test_matrix_keeps_actors_of_one_name_apart(client, payer, maker):
    other = OrganizationFactory(country="GB", kind="ministry", name="Payer", identifiers=[])
    agreed((payer, "funder"), (maker, "performer"))
    agreed((other, "funder"), (maker, "performer"))
    assert len(titles(drawn(client, ROLES, at="organization"))) == 2


def test_matrix_says_who_is_missing(client, payer):
    AgreementFactory(parties=[AgreementPartyFactory.build(organization=payer, role="funder")])
    root = drawn(client, ROLES)
    assert titles(root)[0].startswith("Funder: United Kingdom. Performer: not named.")


@pytest.mark.parametrize("rows", [1, 3])
def test_matrix_takes_as_many_queries_as_the_answer(client, maker, rows,
                                                    django_assert_num_queries):  # fmt: skip
    for _ in range(rows):
        agreed((OrganizationFactory(), "funder"), (maker, "performer"))
    with django_assert_num_queries(2):
        picture(client, ROLES, {"at": "organization"})


def figure(value, period, **columns):
    described = {"object_words": "tanks", "unit_code": "C62"} | columns
    return MeasureFactory.build(
        metric="equipment_losses", value=Decimal(value), period=period, **described
    )  # fmt: skip


@pytest.fixture
def losses(maker):
    """Two figures, one that is corrected, one that is planned, and one that is relative."""
    counted = ClaimFactory(organizations=[maker], measures=[figure(300, "2024-01")])
    return [
        counted,
        ClaimFactory(
            organizations=[maker],
            measures=[figure(250, "2024-01", qualifier="about", precision=Decimal(10))],
            relations=[ClaimRelationFactory.build(other=counted, kind="corrects")],
        ),
        ClaimFactory(organizations=[maker], measures=[figure(400, "2024-02")]),
        ClaimFactory(
            organizations=[maker], measures=[figure(900, "2025", temporal_mode="forecast")]
        ),
        ClaimFactory(
            organizations=[maker],
            measures=[figure(20, "2024-03", mode="percent_change", unit_code="")],
        ),
    ]


def test_series_has_a_mark_for_each_point_with_its_claim(client, losses):
    root = drawn(client, SERIES, **LOSSES)
    _, right, more, planned, relative = (each.public_id for each in losses)
    assert titles(root) == [
        f"245 to 255, 2024-01. {right}.",
        f"400, 2024-02. {more}.",
        f"900, 2025. {planned}.",
    ]
    notes = " ".join(texts(root))
    assert "Full marks: actual. Empty marks, thin lines: planned, promised or expected." in notes
    assert f"change in percent of the baseline 20, 2024-03 ({relative})" in notes
    assert "Figures left out: 1 replaced by another claim." in notes


def test_series_crosses_what_is_replaced(client, losses):
    wrong, right = losses[0].public_id, losses[1].public_id
    root = drawn(client, SERIES, **LOSSES, replaced="include")
    assert f"300, 2024-01. {wrong}. Replaced by {right}." in titles(root)
    assert "Crosses: figures that another claim replaces." in " ".join(texts(root))


def test_series_names_its_lines_and_what_they_have_in_common(client, losses):
    root = drawn(client, SERIES, **LOSSES)
    found = texts(root)
    assert found[0] == "Equipment losses over time: Maker, tanks"
    assert {"1 by month", "2 by year, forecast", "number"} <= set(found)


def test_series_says_which_lines_and_points_are_missing(client, losses):
    found = texts(drawn(client, SERIES, **LOSSES, limit=2))
    assert found[0] == "Equipment losses over time"
    assert "Maker, tanks, by month" in found
    assert "Shown: 1 of 2 lines." in " ".join(found)
    cut = texts(drawn(client, SERIES, **LOSSES, limit=1))
    assert "Maker, tanks, by month, 1 of 2 points" in cut
    assert "Shown: 1 of 2 lines, the first 1 of 2 points." in " ".join(cut)


def test_series_of_drafts_is_empty(client, maker):
    ClaimFactory(
        organizations=[maker], measures=[figure(1, "2024")], review_status="draft", citations=[]
    )
    assert "No figure with a date and a number is among these." in texts(
        drawn(client, SERIES, **LOSSES)
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_series_takes_as_many_queries_as_the_answer(client, maker, rows,
                                                    django_assert_num_queries):  # fmt: skip
    for year in range(rows):
        ClaimFactory(organizations=[maker], measures=[figure(5, f"202{year}")])
    with django_assert_num_queries(7):
        picture(client, SERIES, LOSSES)


@pytest.fixture
def climbing(payer):
    """An agreement that was signed and waits for its money."""
    claim = ClaimFactory()
    return AgreementFactory(
        title="Repair of guns",
        kind="maintenance_contract",
        status="signed",
        milestones=[AgreementMilestoneFactory.build(kind="signature", date="2025-01-02",
                                                    claim=claim)],
    )  # fmt: skip


def test_ladder_has_a_mark_for_each_rung_with_what_reports_it(client, climbing):
    claim = climbing.milestones.get().claim.public_id
    root = drawn(client, f"/api/v1/agreements/{climbing.public_id}/ladder/", on="2025-01-12")
    assert titles(root) == [
        "Announced: implied by the status.",
        f"Signed: reached. 2025-01-02. milestone: signature, {claim}",
        "In force: not meant for it.",
        "Contracted: not meant for it.",
        "Funded: not reached.",
        "Produced: not meant for it.",
        "Delivered: not reached.",
    ]
    found = texts(root)
    assert found[0] == "From word to deed: Repair of guns"
    assert {"Waiting for 10 days; next: funded", "As of 2025-01-12."} <= set(found)


def test_ladder_of_a_draft_is_not_there(client, climbing):
    draft = AgreementFactory(review_status="draft")
    path = f"/api/v1/agreements/{draft.public_id}/ladder/"
    assert picture(client, path, {}).status_code == client.get(path).status_code == 404


def test_ladders_have_a_line_for_each_agreement(client, climbing):
    other = AgreementFactory(title="Memorandum", kind="memorandum_of_understanding")
    AgreementFactory(review_status="draft")
    root = drawn(client, LADDERS, on="2025-01-12", page_size=1)
    assert f"{climbing.public_id} Repair of guns" in texts(root)
    assert "More agreements follow on the next page." in texts(root)
    assert f"{other.public_id} Memorandum" in texts(drawn(client, LADDERS))
    assert len(titles(root)) == 7


def test_summary_of_ladders_has_a_bar_for_each_rung(client, climbing):
    root = drawn(client, f"{LADDERS}summary/", on="2025-01-12")
    assert [title.partition(":")[0] for title in titles(root)] == [rung.label for rung in Rung]
    assert "1 waits here" in titles(root)[1]
    assert "Agreements from word to deed" in texts(root)


@pytest.mark.parametrize("rows", [1, 3])
def test_ladders_take_as_many_queries_as_the_answer(client, rows, django_assert_num_queries):
    for _ in range(rows):
        AgreementFactory()
    with django_assert_num_queries(4):
        picture(client, LADDERS, {})


def test_ladder_takes_no_query_for_claims(client, climbing, django_assert_num_queries):
    with django_assert_num_queries(3):
        picture(client, f"/api/v1/agreements/{climbing.public_id}/ladder/", {})


def test_network_has_a_line_for_each_two_and_a_mark_for_each(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    agreed((payer, "funder"), (maker, "performer"), review_status="draft")
    ClaimFactory(organizations=[payer, maker])
    ClaimFactory(organizations=[maker], countries=["PL"])
    root = drawn(client, NETWORK)
    both = "United Kingdom and Ukraine: 2 agreements and claims. 1 agreement, 1 claim. "
    assert titles(root) == [
        "Poland and Ukraine: 1 agreement or claim. 0 agreements, 1 claim.",
        f"{both}As funder and performer in 1.",
        "Ukraine: 3 agreements and claims.",
        "United Kingdom: 2 agreements and claims.",
        "Poland: 1 agreement or claim.",
    ]
    assert {"Ukraine", "United Kingdom", "Poland", "no agreement"} <= set(texts(root))


def test_network_tells_the_number_of_those_beyond_the_limit(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    ClaimFactory(organizations=[maker], countries=["PL"])
    assert "Beyond the limit asked for: 1 more name." in texts(drawn(client, NETWORK, limit=2))


@pytest.mark.parametrize("rows", [1, 3])
def test_network_takes_as_many_queries_as_the_answer(client, maker, rows,
                                                     django_assert_num_queries):  # fmt: skip
    for _ in range(rows):
        agreed((OrganizationFactory(), "funder"), (maker, "performer"))
    with django_assert_num_queries(4):
        picture(client, NETWORK, {"at": "organization"})
