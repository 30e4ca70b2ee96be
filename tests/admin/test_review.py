"""The steps of review at the desk: who is offered which, what they answer, and the whole page."""

import re
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models import Change, Claim
from records.services import review
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.saving import save_record
from tests.admin.conftest import desk_of
from tests.admin.forms import address
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

DECIDERS = {"reviewer", "admin"}
MAY = {
    ChangeAction.SUBMITTED: {"editor", *DECIDERS},
    ChangeAction.PUBLISHED: DECIDERS,
    ChangeAction.CHANGES_REQUESTED: DECIDERS,
    ChangeAction.REJECTED: DECIDERS,
    ChangeAction.RETRACTED: DECIDERS,
}
BUTTONS = {
    ReviewStatus.DRAFT: ["submitted"],
    ReviewStatus.IN_REVIEW: ["published", "changes_requested", "rejected"],
    ReviewStatus.CHANGES_REQUESTED: [],
    ReviewStatus.PUBLISHED: ["retracted"],
    ReviewStatus.REJECTED: [],
    ReviewStatus.RETRACTED: [],
    ReviewStatus.MERGED: [],
}


def page_of(record):
    return address(type(record), "review", record.pk)


def form_of(record):
    return address(type(record), "change", record.pk)


def take(desk, record, step, **more):
    data = {"step": step, "reason": "A comment.", "revision": record.revision}
    return desk.post(page_of(record), data | more)


def status_of(record):
    return type(record).objects.get(pk=record.pk).review_status


def buttons(page):
    return re.findall(r'name="step" value="(\w+)"', page.content.decode())


def problems(page):
    return page.context["problems"]


@pytest.mark.parametrize("action", MAY)
@pytest.mark.parametrize("role", ["anonymous", "nobody", *ROLES])
def test_step_by_role_and_record_type(client, subject, role, action):
    (begin,) = review.BEGINS[action]
    record = subject.make(review_status=begin)
    before = Change.objects.count()
    desk = client if role == "anonymous" else desk_of("" if role == "nobody" else role)

    answer = take(desk, record, action.value)

    if role in MAY[action]:
        assert (answer.status_code, answer.url) == (302, form_of(record))
        assert status_of(record) == review.ENDS[action]
        change = Change.objects.latest("sequence")
        assert (change.channel, change.action, change.reason, change.public_id) == (
            Channel.ADMIN, action, "A comment.", record.public_id,
        )  # fmt: skip
    else:
        assert answer.status_code == (302 if role == "anonymous" else 403)
        assert (status_of(record), Change.objects.count()) == (begin, before)


@pytest.mark.parametrize("status", ReviewStatus)
@pytest.mark.parametrize("role", ROLES)
def test_form_and_page_offer_what_the_person_may_do(role, status):
    record = OrganizationFactory(review_status=status)
    expected = [step for step in BUTTONS[status] if role in MAY[ChangeAction(step)]]
    desk = desk_of(role)
    for shown in (form_of(record), page_of(record)):
        page = desk.get(shown)
        assert (shown, page.status_code, buttons(page)) == (shown, 200, expected)


def test_new_record_has_no_steps(editor):
    page = editor.get(address(Claim, "add"))
    assert (page.status_code, buttons(page), "review" in page.context) == (200, [], False)


def test_own_work_is_not_published_by_the_same_person():
    record = OrganizationFactory(review_status="in_review")
    user = UserFactory(role="reviewer", is_staff=True)
    record = save_record(
        record=record, owned={}, authorship=Authorship(actor=user, channel=Channel.ADMIN)
    )
    desk = desk_of("")
    desk.force_login(user)
    page = take(desk, record, "published")
    assert page.status_code == 200
    assert problems(page) == [
        f"You entered, changed or submitted {record.public_id}: a second person publishes it."
    ]
    assert problems(page)[0] in page.content.decode()
    assert status_of(record) == "in_review"


def test_editor_who_sends_a_reviewers_step_is_told_what_is_missing(editor):
    record = OrganizationFactory(review_status="in_review")
    page = take(editor, record, "published")
    assert page.status_code == 403
    (problem,) = problems(page)
    assert "records.review_organization" in problem
    assert status_of(record) == "in_review"


@pytest.mark.parametrize("step", ["changes_requested", "rejected", "retracted"])
def test_step_without_its_comment_is_refused(step):
    status = "published" if step == "retracted" else "in_review"
    record = OrganizationFactory(review_status=status)
    page = take(desk_of("reviewer"), record, step, reason="  ")
    assert (page.status_code, problems(page)) == (200, ["Say why, for those who come after."])
    assert status_of(record) == status


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"step": "published"}, "CLM-{} is “draft”, so it cannot be “published”."),
        ({"step": "nonsense"}, "There is no step “nonsense”."),
        ({"step": ""}, "There is no step “”."),
        ({"revision": ""}, "The form does not say which revision it shows: load it again."),
        ({"revision": "x"}, "The form does not say which revision it shows: load it again."),
        ({"revision": "9" * 40}, "CLM-{} is at revision 1, not " + "9" * 18),
        ({"together": "CLM-999"}, "There is no record CLM-999."),
        ({"together": "SRC"}, "'SRC' is not a public id: write one such as 'CLM-12'"),
        ({"together": "CLM-{}"}, "Records are published together"),
        ({"reason": "x" * 1001}, "A reason has at most 1000 characters; this one has 1001."),
        ({"reason": "a\x00"}, "Character U+0000 at position 1 cannot be stored; remove it."),
    ],
)
def test_bad_input_is_refused_with_a_sentence(sent, problem):
    record = ClaimFactory(review_status="draft")
    sent = {name: value.replace("{}", str(record.pk)) for name, value in sent.items()}
    page = take(desk_of("reviewer"), record, **({"step": "submitted"} | sent))
    assert page.status_code == 200
    assert problems(page)[0].startswith(problem.format(record.pk))
    assert status_of(record) == "draft"


def test_comment_of_several_lines_is_kept():
    record = OrganizationFactory(review_status="in_review")
    take(desk_of("reviewer"), record, "rejected", reason="One.\r\nTwo.")
    assert Change.objects.latest("sequence").reason == "One.\nTwo."


def test_stale_step_is_refused_and_the_page_shows_what_is_stored():
    record = OrganizationFactory(name="Before", review_status="in_review")
    stored = type(record).objects.get(pk=record.pk)
    stored.name = "After"
    save_record(record=stored, owned={}, authorship=Authorship(channel=Channel.COMMAND))
    page = take(desk_of("reviewer"), record, "published")
    assert problems(page) == [
        f"{record.public_id} is at revision 2, not 1: read it again and repeat."
    ]
    body = page.content.decode()
    assert ("After" in body, 'name="revision" value="2"' in body) == (True, True)
    assert status_of(record) == "in_review"


@pytest.mark.parametrize("number", [404, 10**30])
def test_page_of_a_record_that_is_not_there(editor, number):
    assert editor.get(address(Claim, "review", number)).status_code == 404


def circle(status="in_review"):
    """Make an agreement and a claim that point at each other, and an organization behind them."""
    hidden = OrganizationFactory(review_status=status)
    agreement = AgreementFactory(review_status="in_review")
    claim = ClaimFactory(review_status="in_review", agreements=[agreement], organizations=[hidden])
    milestones = [AgreementMilestoneFactory.build(claim=claim)]
    agreement = save_record(
        record=agreement, owned={"milestones": milestones},
        authorship=Authorship(channel=Channel.COMMAND),
    )  # fmt: skip
    return agreement, claim, hidden


def test_drafts_behind_a_record_are_named_with_links():
    agreement, claim, hidden = circle("draft")
    page = take(desk_of("reviewer"), agreement, "published")
    assert problems(page) == [
        f"A published record points at published records only; publish {claim.public_id} first."
    ]
    assert page.context["behind"] == [(claim, form_of(claim)), (hidden, form_of(hidden))]
    assert not page.context["can_go_together"]
    assert "Publish them together" not in page.content.decode()


def test_records_in_review_are_published_together():
    agreement, claim, hidden = circle()
    desk = desk_of("reviewer")
    page = take(desk, agreement, "published")
    body = page.content.decode()
    assert "Publish them together" in body
    together = re.findall(r'name="together" value="([\w-]+)"', body)
    assert together == [claim.public_id, hidden.public_id]
    answer = take(desk, agreement, "published", together=together)
    assert (answer.status_code, answer.url) == (302, form_of(agreement))
    assert {status_of(record) for record in (agreement, claim, hidden)} == {"published"}


def test_none_is_published_together_when_one_is_own_work():
    agreement, claim, hidden = circle()
    user = UserFactory(role="reviewer", is_staff=True)
    save_record(record=hidden, owned={}, authorship=Authorship(actor=user, channel=Channel.API))
    desk = desk_of("")
    desk.force_login(user)
    page = take(desk, agreement, "published", together=[claim.public_id, hidden.public_id])
    assert problems(page) == [
        f"You entered, changed or submitted {hidden.public_id}: a second person publishes it."
    ]
    assert {status_of(record) for record in (agreement, claim, hidden)} == {"in_review"}


def test_page_shows_the_whole_claim_in_words():
    source = SourceFactory(title="Digest", publisher="Agency", url="https://example.org/1")
    system, speaker = WeaponSystemFactory(designation="L119"), OrganizationFactory(name="Ministry")
    claim = ClaimFactory(
        text="They said <b> 14 guns came.",
        said_by=speaker,
        review_status="in_review",
        notes="Ask again.",
        citations=[CitationFactory.build(source=source, locator="line 4", quote="14 guns")],
        measures=[MeasureFactory.build(value=Decimal(14), weapon_system=system)],
        countries=["UA"],
    )
    page = desk_of("reviewer").get(page_of(claim))
    body = page.content.decode()
    shown = page.context["shown"]
    assert "They said &lt;b&gt; <mark>14 guns</mark> came." in body
    assert [(fact.label, fact.value.text, fact.value.address) for fact in shown.facts[1:]] == [
        ("Kind", "Other", ""),
        ("Modality", "Reported as fact", ""),
        ("Language", "en", ""),
        ("Credibility", "Truth cannot be judged", ""),
        ("Said by", f"Ministry · {speaker.public_id}", form_of(speaker)),
        ("Notes", "Ask again.", ""),
    ]
    (cited,) = shown.citations
    assert (cited.source.text, cited.locator, cited.quote, cited.links[0].address) == (
        f"Digest · Agency · {source.public_id}", "line 4", "14 guns", "https://example.org/1",
    )  # fmt: skip
    lists = {each.title: [[value.text for value in row] for row in each.rows]
             for each in shown.lists}  # fmt: skip
    assert lists == {
        "Measures": [["Other: 14", f"L119 · {system.category_id} · {system.public_id}"]],
        "Countries": [["UA"]],
    }


def whole_claim(count):
    return ClaimFactory(
        review_status="in_review",
        said_by=OrganizationFactory(),
        citations=[CitationFactory.build() for _ in range(count)],
        measures=[
            MeasureFactory.build(weapon_system=WeaponSystemFactory(), category=CategoryFactory())
            for _ in range(count)
        ],
        agreements=[AgreementFactory() for _ in range(count)],
        organizations=[OrganizationFactory() for _ in range(count)],
        weapon_systems=[WeaponSystemFactory() for _ in range(count)],
        categories=[CategoryFactory() for _ in range(count)],
        countries=["UA", "GB", "DE"][:count],
        relations=[ClaimRelationFactory.build(other=ClaimFactory()) for _ in range(count)],
    )


@pytest.mark.parametrize("count", [1, 3])
def test_page_query_count(count, django_assert_num_queries):
    record = whole_claim(count)
    desk = desk_of("reviewer")
    ContentType.objects.get_for_model(Claim)  # Django keeps it for the life of the process
    # Session, user, permissions (2), record, labels of five models, sources, trail.
    with django_assert_num_queries(11):
        page = desk.get(page_of(record))
    assert page.status_code == 200
