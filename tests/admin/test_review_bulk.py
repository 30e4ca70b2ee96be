"""Publishing many records of a queue at once."""

import pytest

from records.enums import Channel
from records.models import Change, Claim
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.saving import save_record
from tests.admin.conftest import desk_of
from tests.admin.forms import address
from tests.factories import ClaimFactory, ClaimRelationFactory, OrganizationFactory, UserFactory
from tests.support.writing import store

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db):
    return UserFactory(role="reviewer", is_staff=True)


@pytest.fixture
def desk(user):
    client = desk_of("")
    client.force_login(user)
    return client


def waiting(**fields):
    return ClaimFactory(review_status="in_review", **fields)


def preview(desk, *records, filters=""):
    return desk.post(
        address(type(records[0]), "queue") + filters,
        {"action": "publish_selected", "_selected_action": [record.pk for record in records]},
    )


def confirm(desk, page, reason="Checked."):
    chosen = [outcome.choice for outcome in page.context["passing"]]
    return desk.post(page.context["confirm"], {"chosen": chosen, "reason": reason})


def split(page):
    passing, failing = page.context["passing"], page.context["failing"]
    return (
        [each.record.pk for each in passing],
        {each.record.pk: each.problems for each in failing},
    )


def statuses(*records):
    return [type(record).objects.get(pk=record.pk).review_status for record in records]


def first_publish(record):
    return f"A published record points at published records only; publish {record.public_id} first."


def test_preview_says_what_would_fail_and_changes_nothing(desk, user):
    fine, uncited, own = waiting(), waiting(citations=[]), waiting()
    hidden = OrganizationFactory(review_status="draft")
    blocked = waiting(organizations=[hidden])
    part = Authorship(actor=user, channel=Channel.ADMIN)
    own = save_record(record=own, owned={}, authorship=part)
    before = Change.objects.count()

    page = preview(desk, fine, uncited, own, blocked)

    assert split(page) == (
        [fine.pk],
        {
            uncited.pk: ["A published claim cites at least one source."],
            own.pk: [
                f"You entered, changed or submitted {own.public_id}: a second person publishes it."
            ],
            blocked.pk: [first_publish(hidden)],
        },
    )
    body = page.content.decode()
    assert "Cannot be published: 3" in body
    assert "Can be published: 1" in body
    assert statuses(fine, uncited, own, blocked) == ["in_review"] * 4
    assert Change.objects.count() == before


def test_confirmation_publishes_what_the_preview_said(desk, user):
    first, second, uncited = waiting(), waiting(), waiting(citations=[])
    answer = confirm(desk, preview(desk, first, second, uncited))
    assert (answer.status_code, answer.url) == (302, address(Claim, "queue"))
    assert statuses(first, second, uncited) == ["published", "published", "in_review"]
    changes = Change.objects.filter(action="published", actor=user).order_by("sequence")
    assert [(each.public_id, each.reason, each.channel) for each in changes] == [
        (first.public_id, "Checked.", "admin"), (second.public_id, "Checked.", "admin"),
    ]  # fmt: skip


def test_preview_knows_that_one_record_opens_the_way_for_the_next(desk):
    target = waiting()
    opened = waiting(relations=[ClaimRelationFactory.build(other=target)])
    later = waiting()
    closed = save_record(
        record=target, owned={"relations": [ClaimRelationFactory.build(other=later)]},
        authorship=Authorship(channel=Channel.COMMAND),
    )  # fmt: skip
    page = preview(desk, target, opened, later)
    passing, failing = split(page)
    assert (passing, list(failing)) == ([later.pk], [closed.pk, opened.pk])
    confirm(desk, page)
    page = preview(desk, target, opened)
    assert split(page) == ([target.pk, opened.pk], {})
    confirm(desk, page)
    assert statuses(target, opened, later) == ["published"] * 3


def test_what_changed_since_the_preview_is_not_published(desk):
    first, second = waiting(), waiting()
    page = preview(desk, first, second, filters="?submitter=")
    store(record=second, owned={})
    answer = confirm(desk, page)
    assert answer.status_code == 200
    assert split(answer) == (
        [first.pk],
        {second.pk: [f"{second.public_id} is at revision 2, not 1: read it again and repeat."]},
    )
    assert "Not published: 1" in answer.content.decode()
    assert statuses(first, second) == ["published", "in_review"]


def test_preview_keeps_the_filters_of_the_queue(desk):
    record = waiting()
    page = preview(desk, record, filters=f"?q={record.public_id}")
    assert page.context["queue"] == f"{address(Claim, 'queue')}?q={record.public_id}"
    assert confirm(desk, page).url == page.context["queue"]


@pytest.mark.parametrize("role", ["anonymous", "nobody", *ROLES])
def test_bulk_by_role(client, subject, role):
    record = subject.make(review_status="in_review")
    desk = client if role == "anonymous" else desk_of("" if role == "nobody" else role)
    before = Change.objects.count()
    url = address(type(record), "bulk")
    rehearsed = preview(desk, record)
    assert Change.objects.count() == before
    answer = desk.post(url, {"chosen": f"{record.pk}:1", "reason": ""})
    if role in {"reviewer", "admin"}:
        assert split(rehearsed) == ([record.pk], {})
        assert statuses(record) == ["published"]
    else:
        assert rehearsed.context is None or "passing" not in rehearsed.context
        assert answer.status_code == (302 if role == "anonymous" else 403)
        assert statuses(record) == ["in_review"]


@pytest.mark.parametrize("chosen", ["", "x", "1", "404:1", "9" * 30 + ":1", "1:" + "9" * 30])
def test_malformed_choice_publishes_nothing(desk, chosen):
    record = waiting()
    answer = desk.post(address(Claim, "bulk"), {"chosen": chosen, "reason": ""})
    assert answer.status_code == 302
    assert statuses(record) == ["in_review"]


def test_bulk_page_without_a_choice_leads_to_the_queue(desk):
    assert desk.get(address(Claim, "bulk")).url == address(Claim, "queue")


def test_empty_selection_says_so(desk):
    waiting()
    page = desk.post(
        address(Claim, "queue"), {"action": "publish_selected", "index": 0}, follow=True
    )
    assert "Items must be selected" in page.content.decode()
