"""`manage.py ingest`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.models import Change, Claim, Reading, Source
from tests.factories import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

UKRAINIAN = "Україна та Польща підписали угоду про спільне виробництво боєприпасів."


@pytest.fixture
def run(tmp_path):
    def run(*arguments, **files):
        paths = []
        for name, content in files.items():
            path = tmp_path / f"{name}.txt"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(str(path))
        out, err = StringIO(), StringIO()
        refusal = ""
        try:
            call_command("ingest", *paths, *arguments, stdout=out, stderr=err)
        except CommandError as error:
            refusal = str(error)
        return tuple(
            text.replace(f"{tmp_path}/", "") for text in (out.getvalue(), err.getvalue(), refusal)
        )

    return run


def nothing_stored():
    return not any(model.objects.exists() for model in (Claim, Source, Reading, Change))


def test_digest_is_told_line_by_line(run):
    out, err, refusal = run(a=f"date 2025-04-04\n{UKRAINIAN}\n")
    claim = Claim.objects.get().public_id
    assert out == (
        f"new      {claim:<10} line 2                   {UKRAINIAN[:59]}…  not read: language uk\n"
    )
    assert (err, refusal) == ("a.txt: 1 new, 0 same, 0 changed (1 sources, 1 new)\n", "")
    assert set(Change.objects.values_list("channel", "actor")) == {("command", None)}


def test_lines_are_what_the_api_answers(run):
    out, _, _ = run("--format", "jsonl", a=f"{UKRAINIAN}\n{UKRAINIAN[:-1]}!\n")
    first, second = (json.loads(line) for line in out.splitlines())
    claim = Claim.objects.earliest("pk")
    assert (first["state"], first["claim"]["id"]) == ("new", claim.public_id)
    assert (second["locator"], second["unread"]) == ("line 2", "language uk")


def test_dry_run_stores_nothing_and_says_so(run):
    out, err, refusal = run("--dry-run", a=UKRAINIAN)
    assert out.startswith("new      -          ")
    assert err == (
        "a.txt: 1 new, 0 same, 0 changed (0 sources, 1 new)\n"
        "Nothing was stored: this was a dry run.\n"
    )
    assert refusal == ""
    assert nothing_stored()


def test_person_source_day_and_language_are_taken(run):
    ada, source = UserFactory(username="ada", role="editor"), SourceFactory()
    run("--by", "ada", "--source", source.public_id, "--published", "2025-04-04",
        "--language", "de", "--reason", "Weekly.", a="Ein Satz.")  # fmt: skip
    claim = Claim.objects.get()
    assert (claim.language, claim.citations.get().source) == ("de", source)
    assert claim.reading.published == "2025-04-04"
    change = Change.objects.latest("sequence")
    assert (change.channel, change.actor, change.reason) == ("import", ada, "Weekly.")


def test_several_digests_are_ingested_in_turn(run):
    _, err, _ = run(a="One boat was sold.", b="One boat was sold.\n\nTwo were bought.")
    assert [line.partition(" (")[0] for line in err.splitlines()] == [
        "a.txt: 1 new, 0 same, 0 changed", "b.txt: 2 new, 0 same, 0 changed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["--by", "nobody"], "There is no active user “nobody”."),
        (["--source", "SRC-9"], "--source: There is no source SRC-9."),
        (["--source", "x"], ("--source: 'x' is not a public id: write one such as 'SRC-12', with a "
         "capital prefix, a hyphen and a number without leading zeros.")),
        (["--published", "2025"], ("a.txt: '2025' is no day: write it as YYYY-MM-DD, such as "
         "2025-04-04. Nothing of it was stored.")),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(run, arguments, refusal):
    assert run(*arguments, a="One boat.") == ("", "", refusal)
    assert nothing_stored()


def test_viewer_ingests_nothing(run):
    user = UserFactory(role="viewer")
    assert "records.add_claim" in run("--by", user.username, a="One boat.")[2]
    assert nothing_stored()


def test_reason_that_is_too_long_is_refused(run):
    assert "at most 1000 characters" in run("--reason", "x" * 1001, a="One boat.")[2]
    assert nothing_stored()


@pytest.mark.parametrize(
    "content",
    [
        b"", b" \n", b"A\x00B", b"\x1f\x8b\x08zipped", b"PK\x03\x04zipped", b"x" * (50 * 2**20),
        b"x\n" * 10**6, b"A\x01B",
    ],
    ids=["empty", "blank", "NUL", "gzip", "zip", "50 MB line", "1 million lines", "control"],
)  # fmt: skip
def test_hostile_file_is_refused_before_any_other_is_stored(run, content):
    out, err, refusal = run(a="One boat.", b=content)
    assert (out, err) == ("", "")
    assert refusal.startswith("b.txt: ")
    assert refusal.endswith(" Nothing was stored.")
    assert nothing_stored()


def test_file_that_is_not_there_is_refused(run):
    assert run("/nowhere/a.txt")[2] == (
        "/nowhere/a.txt: No such file or directory. Nothing was stored."
    )


def test_marks_of_direction_are_kept(run):
    text = "Ministry \u200f\u202eof Defence\u202c bought boats."
    run(a=text)
    assert Claim.objects.get().text == text
