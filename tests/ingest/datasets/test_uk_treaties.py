"""Rows of the register of treaties as treaties; the rows are made up."""

import pytest
import yaml

from records.enums import AgreementKind, AgreementStatus, MilestoneKind
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.uk_treaties import Treaty, read_uk_treaties
from records.ingest.datasets.uk_treaties.kinds import kind_of
from records.ingest.datasets.uk_treaties.parties import organizations, read_parties
from records.services.datasets.known import FOLDER
from tests.support.datasets import TREATY_COLUMNS, write_csv

SHORT = "uuid,title,field3,subject,country_name,signed_event_date,signed_event_location"


def read(tmp_path, *lines, header=TREATY_COLUMNS, name="treaties.csv"):
    return read_uk_treaties(write_csv(tmp_path / name, header, *lines))


def test_row_is_read_with_its_parties_and_dates(tmp_path):
    assert read(
        tmp_path,
        'T1,"Agreement on  Depots",UNITED KINGDOM ; NORWAY ; Jersey ; SOVIET UNION ; ATLANTIS,'
        "03/04/1950,01/05/1951,31/12/1990",
    ) == [
        Treaty(
            number="T1",
            title="Agreement on Depots",
            text="“Agreement on Depots”: parties UNITED KINGDOM, NORWAY, SOVIET UNION, ATLANTIS; "
            "signed 1950-04-03; entered into force 1951-05-01; terminated 1990-12-31.",
            kind=AgreementKind.SECTOR_AGREEMENT,
            status=AgreementStatus.TERMINATED,
            occurred="1950-04-03",
            milestones=(
                (MilestoneKind.SIGNATURE, "1950-04-03"),
                (MilestoneKind.ENTRY_INTO_FORCE, "1951-05-01"),
                (MilestoneKind.TERMINATION, "1990-12-31"),
            ),
            states=("GB", "NO"),
            organizations=("Soviet Union",),
            passed_over=(("territories", 1), ("unknown parties", 1)),
        )
    ]


@pytest.mark.parametrize(
    ("dates", "status", "occurred"),
    [
        (",,", AgreementStatus.UNKNOWN, ""),
        ("03/04/1950,,", AgreementStatus.SIGNED, "1950-04-03"),
        (",01/05/1951,", AgreementStatus.IN_FORCE, "1951-05-01"),
    ],
)
def test_status_is_that_of_the_last_date(tmp_path, dates, status, occurred):
    (treaty,) = read(tmp_path, f"T1,Agreement,NORWAY,{dates}")
    assert (treaty.status, treaty.occurred) == (status, occurred)


def test_file_without_the_later_dates_is_read(tmp_path):
    (treaty,) = read(tmp_path, "T1,Pact,BI,DEFENCE,Jersey,03/04/1950,London", header=SHORT)
    assert treaty.milestones == ((MilestoneKind.SIGNATURE, "1950-04-03"),)
    assert treaty.text == "“Pact”: signed 1950-04-03."


def test_folder_is_read_file_by_file_and_each_treaty_once(tmp_path):
    write_csv(tmp_path / "uk_treaties_defence.csv", TREATY_COLUMNS,
              "T2,Agreement,NORWAY,03/04/1950,01/05/1951,")  # fmt: skip
    write_csv(tmp_path / "uk_treaties_all_core.csv", SHORT,
              "T1,Agreement,BI,TRADE,NORWAY,,",
              "T2,Agreement,BI,DEFENCE,NORWAY,03/04/1950,")  # fmt: skip
    found = [(each.number, each.status) for each in read_uk_treaties(tmp_path)]
    assert found == [("T2", AgreementStatus.IN_FORCE), ("T1", AgreementStatus.UNKNOWN)]


def test_title_that_no_column_holds_is_cut(tmp_path):
    (treaty,) = read(tmp_path, f"T1,{'x' * 501},NORWAY,,,")
    assert treaty.title == "x" * 499 + "…"
    assert "x" * 501 in treaty.text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("NETHERLANDS THE", "NL"),
        ("IRELAND, REPUBLIC OF", "IE"),
        ("KOREA REPUBLIC OF", "KR"),
        ("DOMINICA, COMMONWEALTH OF", "DM"),
        ("CONGO, DEMOCRATIC REPUBLIC OF", "CD"),
        ("ST VINCENT AND THE GRENADINES", "VC"),
        ("COTE D'IVOIRE", "CI"),
        ("CEYLON", "LK"),
        ("GERMANY FEDERAL REPUBLIC", "DE"),
        ("BYELORUSSIA S S R", "BY"),
    ],
)
def test_state_is_told_however_the_register_writes_it(name, code):
    assert list(read_parties(name).states) == [code]


def test_party_that_is_named_twice_is_one():
    parties = read_parties("RUSSIA ; RUSSIAN FEDERATION ; YUGOSLAVIA ; SERB-CROAT-SLOVENE STATE ; ")
    assert (list(parties.states), list(parties.organizations)) == (["RU"], ["Yugoslavia"])
    assert parties.passed_over == {}


def test_every_other_party_can_be_created():
    listed = (FOLDER / "uk_treaties" / "organizations.yaml").read_text(encoding="utf-8")
    assert set(organizations()) <= {each["name"] for each in yaml.safe_load(listed)}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Memorandum of Understanding on Trials", "memorandum_of_understanding"),
        ("Exchange of Notes amending the Agreement of 1950", "amendment"),
        ("Protocol to amend the Convention", "amendment"),
        ("Exchange of Notes prolonging the Agreement", "renewal"),
        ("Additional Protocol to the Convention", "protocol"),
        ("Joint Declaration on Peace", "joint_declaration"),
        ("Exchange of Notes concerning a Loan by the Government", "loan"),
        ("Agreement concerning the Loan of Instructors", "sector_agreement"),
        ("Agreement on Defence Co-operation", "defense_cooperation_agreement"),
        ("Treaty of Defensive Alliance", "security_agreement"),
        ("North Atlantic Treaty", "sector_agreement"),
        ("International Covenant", "other"),
    ],
)
def test_kind_is_told_by_the_words_of_the_title(title, kind):
    assert kind_of(title) == kind


WRONG = [
    ("T1,Agreement,NORWAY,3.4.1950,,",
     "line 2, signed_event_date: '3.4.1950' is no day of the calendar; write one as 25/02/2022."),
    ("T1,Agreement,NORWAY,30/02/1950,,",
     "line 2, signed_event_date: '30/02/1950' is no day of the calendar; write one as 25/02/2022."),
    ("T1,,NORWAY,,,", "line 2, title: '' is empty; fill it."),
    ("T1,Agreement,,,,", "line 2, country_name: '' is empty; fill it."),
    ("T1,Agreement,NORWAY", "line 2: 3 cells under 6 columns; write one for each."),
    ("T1,Agreement,NORWAY,,,\nT1,Agreement,NORWAY,,,",
     "line 3, uuid: 'T1' stands above already; remove one row."),
    ('T1,"Agreement', "line 2: this is no CSV (unexpected end of data); get the file again."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "message"), WRONG)
def test_wrong_row_is_refused_with_its_place_and_what_to_do(tmp_path, lines, message):
    with pytest.raises(DatasetError) as refusal:
        read(tmp_path, lines)
    assert str(refusal.value) == f"treaties.csv, {message}"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("uuid,title,country_name", "the field “signed_event_date” is missing; add it."),
        (f"{TREATY_COLUMNS},titel",
         "there is no field 'titel' here; rename or remove it. Did you mean “title”?"),
        (f"{TREATY_COLUMNS},title", "the column 'title' stands twice; remove one."),
        ("", "the field “uuid” is missing; add it."),
    ],
)  # fmt: skip
def test_wrong_header_is_refused(tmp_path, header, message):
    with pytest.raises(DatasetError) as refusal:
        read(tmp_path, header=header)
    assert str(refusal.value) == f"treaties.csv, line 1: {message}"


def test_missing_files_are_named(tmp_path):
    with pytest.raises(DatasetError) as refusal:
        read_uk_treaties(tmp_path)
    assert str(refusal.value) == (
        f"{tmp_path}: there is neither uk_treaties_defence.csv nor uk_treaties_all_core.csv here; "
        "give the folder or the file."
    )
    with pytest.raises(DatasetError) as refusal:
        read_uk_treaties(tmp_path / "none.csv")
    assert str(refusal.value) == (
        f"{tmp_path / 'none.csv'}: No such file or directory. Get the file again."
    )
