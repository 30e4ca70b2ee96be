"""The history of a record at the desk, and the way back."""

import pytest

from records.enums import Channel
from records.models import Change, Claim, Organization
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.saving import save_record
from tests.admin.conftest import desk_of
from tests.admin.forms import address
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    UserFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def history_of(record):
    return address(type(record), "history", record.pk)


def revert_of(record, revision):
    return address(type(record), "revert", record.pk, revision)


def told(entry):
    return [(line.label, line.before, line.after) for line in entry.lines]


def changed(record, **values):
    """Store a change that the test describes."""
    for name, value in values.items():
        setattr(record, name, value)
    return store(record=record, owned={})


def test_changes_are_shown_newest_first_with_what_they_changed(editor):
    user = UserFactory(username="ada", role="editor")
    first, second = OrganizationFactory(name="First"), OrganizationFactory(name="Second")
    agreement = AgreementFactory(
        title="Before", parties=[AgreementPartyFactory.build(organization=first)]
    )
    agreement.title, agreement.notes, agreement.status = "After", "Ask again.", "signed"
    rows = [
        AgreementPartyFactory.build(organization=first, role="funder"),
        AgreementPartyFactory.build(organization=second),
    ]
    save_record(
        record=agreement,
        owned={"parties": rows},
        authorship=Authorship(actor=user, channel=Channel.API, reason="It was renamed."),
    )

    page = editor.get(history_of(agreement))

    latest, entered = page.context["entries"]
    assert told(latest) == [
        ("Notes", "—", "Ask again."),
        ("Status", "Unknown", "Signed"),
        ("Title", "Before", "After"),
        ("Parties 1 · Role", "Signatory", "Funder"),
        ("Parties 2", "—", f"Organization: Second · {second.public_id}; Role: Signatory"),
    ]
    assert told(entered) == []
    assert latest.version == f"/api/v1/agreements/{agreement.public_id}/versions/2/"
    assert (latest.revert, entered.revert) == ("", revert_of(agreement, 1))
    body = page.content.decode()
    for text in ("by ada", "It was renamed.", "API", "Version 2", "by a command", "Created"):
        assert text in body


def test_versions_that_were_not_public_have_no_address(editor):
    record = OrganizationFactory(review_status="draft")
    (entry,) = editor.get(history_of(record)).context["entries"]
    assert entry.version == ""


@pytest.mark.parametrize("count", [1, 3])
def test_history_query_count(editor, count, django_assert_num_queries):
    record = OrganizationFactory(name="Name")
    for number in range(count):
        parent = OrganizationFactory(name=f"Parent {number}")
        changed(record, name=f"Name {number}", parent=parent)
    with django_assert_num_queries(6):  # session, user, permissions, record, changes, labels
        page = editor.get(history_of(record))
    assert len(page.context["entries"]) == count + 1


def test_history_of_many_changes_comes_in_pages(editor):
    record = OrganizationFactory()
    for number in range(24):
        changed(record, name=f"Name {number}")
    page = editor.get(history_of(record))
    revisions = [entry.change.revision for entry in page.context["entries"]]
    assert (revisions, page.context["older"]) == ([*range(25, 5, -1)], 6)
    assert told(page.context["entries"][-1]) == [("Name", "Name 3", "Name 4")]
    page = editor.get(history_of(record), {"before": 6})
    revisions = [entry.change.revision for entry in page.context["entries"]]
    assert (revisions, page.context["older"]) == ([5, 4, 3, 2, 1], None)
    assert len(editor.get(history_of(record), {"before": "x"}).context["entries"]) == 20


@pytest.mark.parametrize("role", ["anonymous", "nobody", *ROLES])
def test_history_and_revert_by_role(client, subject, role):
    record = subject.make()
    changed(record, notes="Changed.")
    desk = client if role == "anonymous" else desk_of("" if role == "nobody" else role)
    sent = {"reason": "A reason.", "revision": "2"}
    answers = (
        desk.get(history_of(record)),
        desk.get(revert_of(record, 1)),
        desk.post(revert_of(record, 1), sent),
    )
    expected = {"anonymous": (302, 302, 302), "nobody": (403,) * 3, "viewer": (200, 403, 403)}
    found = tuple(answer.status_code for answer in answers)
    assert found == expected.get(role, (200, 200, 302))
    writes = role in {"editor", "reviewer", "admin"}
    stored = type(record).objects.get(pk=record.pk)
    assert (stored.notes, stored.revision) == (("", 3) if writes else ("Changed.", 2))


def test_going_back_shows_first_what_it_changes(editor):
    record = OrganizationFactory(
        name="Before", names=[OrganizationNameFactory.build(text="alias", kind="short")]
    )
    record.name = "After"
    store(record=record, owned={"names": []})
    page = editor.get(revert_of(record, 1))
    assert [(line.label, line.before, line.after) for line in page.context["lines"]] == [
        ("Name", "After", "Before"),
        ("Names 1", "—", "Text: alias; Kind: Short"),
    ]
    answer = editor.post(revert_of(record, 1), {"reason": "A\r\nmistake.", "revision": "2"})
    assert (answer.status_code, answer.url) == (302, history_of(record))
    change = Change.objects.latest("sequence")
    assert (change.action, change.channel, change.reason) == ("reverted", "admin", "A\nmistake.")
    stored = Organization.objects.get(pk=record.pk)
    assert (stored.name, [name.text for name in stored.names.all()]) == ("Before", ["alias"])


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"reason": " "}, "Say why, for those who come after."),
        ({"revision": "1"}, "ORG-{} is at revision 2, not 1: read it again and repeat."),
        ({"revision": ""}, "ORG-{} is at revision 2, not 0: read it again and repeat."),
        ({"reason": "x" * 1001}, "A reason has at most 1000 characters; this one has 1001."),
    ],
)
def test_going_back_is_refused_with_a_sentence(editor, sent, problem):
    record = changed(OrganizationFactory(name="Before"), name="After")
    page = editor.post(revert_of(record, 1), {"reason": "A reason.", "revision": "2"} | sent)
    assert page.status_code == 200
    assert page.context["problems"] == [problem.format(record.pk)]
    assert Organization.objects.get(pk=record.pk).name == "After"


@pytest.mark.parametrize("revision", [0, 2, 3, 10**30])
def test_version_that_is_not_there_is_not_found(editor, revision):
    record = changed(OrganizationFactory(name="Before"), name="After")
    assert editor.get(revert_of(record, revision)).status_code == 404


@pytest.mark.parametrize("number", ["404", "x", "9" * 30])
def test_history_of_a_record_that_is_not_there_is_not_found(editor, number):
    assert editor.get(address(Claim, "history", number)).status_code == 404
