"""`manage.py load_dataset`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.models import Claim
from tests.support.datasets import shipped, write_rows

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("load_dataset", *arguments, stdout=out)
    return out.getvalue()


def test_shipped_data_need_no_path(digest):
    assert run("ua_mod_losses", "--until", "2022-02-26") == (
        "ua_mod_losses: 2 claims created, 0 there already.\n"
    )


def test_dry_run_says_so(digest):
    assert run("ua_mod_losses", "--dry-run") == (
        "ua_mod_losses: 1,654 claims created, 0 there already.\n"
        "Nothing was stored: this was a dry run.\n"
    )


def test_refusal_ends_the_command_with_its_sentence(digest, tmp_path):
    with pytest.raises(CommandError) as refusal:
        run("ua_mod_losses", str(tmp_path))
    assert str(refusal.value) == (
        f"{tmp_path}: there is no russia_losses_equipment.json here; give the folder that has it."
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ua_mod_losses", "--until", "2022"), "“2022” is no day: write one as 2022-12-31."),
        (("nothing",), "invalid choice: 'nothing'"),
    ],
)
def test_wrong_argument_is_refused(arguments, message):
    with pytest.raises(CommandError, match=message):
        run(*arguments)


def test_series_shows_the_corrected_figure_in_place_of_the_reported(digest, tmp_path, client):
    run("ua_mod_losses", str(write_rows(tmp_path, shipped("2022-10-11", "2022-10-13"))))
    answer = client.get(
        "/api/v1/measures/series/?metric=equipment_losses&category=armored_vehicle"
        "&occurred_after=2022-10-11"
    ).json()
    (line,) = answer["results"]
    assert [(each["period"]["latest"], each["value"]) for each in line["points"]] == [
        ("2022-10-11", "5162"), ("2022-10-12", "5156"), ("2022-10-13", "5167"),
    ]  # fmt: skip
    assert answer["left_out"]["replaced"] == 1


def test_conflicts_list_what_was_corrected(digest, tmp_path, client):
    run("ua_mod_losses", str(write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))))
    groups = client.get("/api/v1/conflicts/?said_by=UA").json()["results"]
    correction = Claim.objects.get(kind="correction").public_id
    listed = {
        (group["measured"]["category"], pair["basis"], pair["resolution"]["kind"])
        for group in groups
        for pair in group["pairs"]
        if correction in {pair["one"]["claim"], pair["other"]["claim"]}
    }
    assert listed == {
        (category, "same_period", "corrects")
        for category in ("armored_vehicle", "artillery", "uas", "warship")
    }


def test_other_folder_is_taken(digest, tmp_path):
    folder = write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))
    assert run("ua_mod_losses", str(folder)) == (
        "ua_mod_losses: 3 claims created, 0 there already.\n"
    )
