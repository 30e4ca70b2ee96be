"""Digests at the desk: looked through first, then ingested."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from records.models import Change, Claim, Reading, Source, Upload
from records.services.accounts import ROLES
from tests.admin.conftest import desk_of
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/records/reading/ingest/"
MAY = {None: 302, "": 403, "viewer": 403, "editor": 200, "reviewer": 200, "admin": 200}
TEXT = "date 2025-04-04\nFinland signed a contract for 12 tanks.\nSweden sent 5 <b>guns</b>.\n"


def text(answer):
    return b"".join(answer.streaming_content).decode()


def sent(desk, **more):
    """Send a digest and return the address of its page."""
    answer = desk.post(UPLOAD, {"text": TEXT, **more})
    assert answer.status_code == 302
    return answer.url


def errors(desk, **sent):
    answer = desk.post(UPLOAD, sent)
    assert answer.status_code == 200
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_every_role_is_in_the_table():
    assert {*ROLES} == MAY.keys() - {None, ""}


@pytest.mark.parametrize("role", MAY)
def test_role_may_what_the_table_says(client, role):
    desk = client if role is None else desk_of(role)
    assert desk.get(UPLOAD).status_code == MAY[role]
    answer = desk.post(UPLOAD, {"text": TEXT})
    assert answer.status_code == (302 if MAY[role] == 200 else MAY[role])
    assert Upload.objects.count() == (MAY[role] == 200)


def test_button_stands_on_the_lists_of_claims_and_proposals(editor):
    for path in ("/admin/records/claim/", "/admin/records/reading/"):
        assert "Ingest a digest" in editor.get(path).content.decode()
        assert "Ingest a digest" not in desk_of("viewer").get(path).content.decode()
    assert editor.get("/admin/records/claim/ingest/").url == UPLOAD


def test_digest_is_shown_and_then_ingested(editor):
    address = sent(editor, published="4 April 2025")
    assert "published=2025-04-04" in address
    page = text(editor.get(address))
    for shown in ("<strong>2</strong> new", "Finland signed a contract for 12 tanks.",
                  "&lt;b&gt;guns&lt;/b&gt;", "line 2", "1 country"):  # fmt: skip
        assert shown in page
    assert (Claim.objects.count(), Upload.objects.count()) == (0, 1)
    page = text(editor.post(address, {"reason": "The morning's digest."}))
    first, second = Claim.objects.order_by("pk")
    assert f'href="/admin/records/claim/{first.pk}/proposals/" data-go' in page
    assert (first.review_status, first.reading.published) == ("draft", "2025-04-04")
    assert second.citations.get().source.kind == "digest"
    changes = Change.objects.filter(record_type="CLM")
    assert {(each.reason, each.channel) for each in changes} == {("The morning's digest.", "admin")}
    assert Upload.objects.count() == 0
    assert editor.post(address, {}).status_code == 404


def test_country_named_twice_is_counted_once(editor):
    page = text(editor.get(sent(editor, text="Finland said that Finnish tanks were sold.\n")))
    assert "1 country" in page


def test_file_is_read_and_its_name_is_the_title(editor):
    file = SimpleUploadedFile("april.txt", TEXT.encode())
    address = sent(editor, text="", file=file)
    assert "Ingest april.txt" in text(editor.get(address))
    text(editor.post(address, {}))
    assert Source.objects.get().title == "april.txt"


def test_same_digest_again_has_nothing_to_ingest(editor):
    text(editor.post(sent(editor), {}))
    page = text(editor.get(sent(editor)))
    assert "<strong>2</strong> there already" in page
    assert "there is nothing to ingest" in page
    assert "<textarea" not in page
    text(editor.post(sent(editor), {}))
    assert Claim.objects.count() == Reading.objects.count() == 2


def test_statements_of_a_chosen_source_cite_it(editor):
    source = SourceFactory(published="2025-04-03")
    text(editor.post(sent(editor, source=source.pk, language="uk"), {}))
    claim = Claim.objects.earliest("pk")
    assert (claim.citations.get().source, claim.language) == (source, "uk")
    assert claim.reading.unread == "language uk"


def test_bad_input_is_refused_beside_its_field(editor):
    file = SimpleUploadedFile("a.txt", b"x")
    assert errors(editor) == {"text": ["Give either a text or a file."]}
    assert errors(editor, text=TEXT, file=file) == {"text": ["Give either a text or a file."]}
    assert errors(editor, text=" \n") == {"text": ["The digest has no text: send one that has."]}
    assert list(errors(editor, text="a\0b")) == ["text"]
    binary = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n\0\0")
    assert list(errors(editor, file=binary)) == ["file"]
    assert list(errors(editor, text=TEXT, published="early 2025")) == ["published"]
    assert errors(editor, text=TEXT, published="2025-04") == {
        "published": ["Give a day, such as 2025-04-04, or nothing."]
    }
    assert errors(editor, text=TEXT, source="999") == {"source": ["There is no source SRC-999."]}
    assert list(errors(editor, text=TEXT, source="x\0")) == ["source"]
    assert list(errors(editor, text=TEXT, language="not a tag")) == ["language"]
    assert Upload.objects.count() == 0


@pytest.mark.parametrize(
    "query", ["?source=999", "?source=x", "?published=2025", "?language=%00", "?published=early"]
)
def test_forged_address_is_an_error_on_the_page(editor, query):
    address = sent(editor).partition("?")[0] + query
    for answer in (editor.get(address), editor.post(address, {})):
        assert "Nothing was stored." in text(answer)
    assert Claim.objects.count() == 0


def test_reason_that_is_too_long_stores_nothing(editor):
    page = text(editor.post(sent(editor), {"reason": "x" * 1001}))
    assert "A reason has at most 1000 characters" in page
    assert (Claim.objects.count(), Upload.objects.count()) == (0, 1)


def test_digest_of_somebody_else_is_not_found(editor):
    address = sent(editor)
    assert desk_of("editor").get(address).status_code == 404
    assert desk_of("viewer").get(address).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_preview_takes_the_same_queries(editor, number, django_assert_num_queries):
    address = sent(editor, text="".join(f"Country {each} signed.\n" for each in range(number)))
    with django_assert_num_queries(4):  # session, user, permissions twice
        answer = editor.get(address)
    with django_assert_num_queries(8):
        text(answer)
