"""The loader of record files: what it creates, what it leaves alone, what it refuses."""

import copy

import pytest

from records.models import Agreement, Category, Claim, Organization, Source, WeaponSystem
from records.services.loading.errors import LoadError
from records.services.loading.files import Entry
from records.services.loading.loader import load_folder
from records.services.loading.shapes import FILES
from records.services.loading.states import create_missing_states
from tests.support.writing import store
from tests.support.yaml_files import edit, write

pytestmark = pytest.mark.django_db

NOWHERE = "is neither in the files nor in the register."
DAILY = {"source": "Daily", "locator": "line 1"}
ENTRIES = {
    "sources": [{"title": "Daily", "kind": "digest", "sha256": "a" * 64}],
    "organizations": [
        {"name": "Maker", "kind": "company", "country": "UA", "parent": "UA"},
        {"name": "Buyer", "kind": "ministry"},
    ],
    "weapon_systems": [
        {"designation": "Gun", "category": "artillery", "manufacturers": ["Maker"]},
        {"designation": "Gun 2", "category": "artillery.towed", "variant_of": "Gun"},
    ],
    "agreements": [
        {
            "title": "Contract",
            "kind": "procurement_contract",
            "value_amount": "12.50",
            "value_currency": "EUR",
            "areas": ["procurement"],
            "parties": [{"organization": "Buyer", "role": "buyer"}],
            "milestones": [{"kind": "signature", "date": "2024-05", "claim": DAILY}],
            "relations": [{"kind": "implements", "other": "Framework"}],
        },
        {"title": "Framework", "kind": "framework_agreement"},
    ],
    "claims": [
        {
            "text": "Buyer bought 2 guns.",
            "language": "en",
            "kind": "order",
            "modality": "reported",
            "said_by": "Buyer",
            "organizations": ["Maker", "UA"],
            "weapon_systems": ["Gun 2"],
            "categories": ["artillery"],
            "countries": ["UA", "NO"],
            "agreements": ["Contract"],
            "citations": [DAILY],
            "measures": [
                {"metric": "ordered_quantity", "weapon_system": "Gun 2", "mode": "absolute",
                 "value": "2", "due": ""},
            ],
            "relations": [{"kind": "contradicts", "other": {**DAILY, "locator": "line 2"}}],
        },
        {
            "text": "It did not.",
            "language": "en",
            "kind": "denial",
            "modality": "denial",
            "citations": [{**DAILY, "locator": "line 2"}],
        },
    ],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """Files of one record of each kind at least, with everything that a file can say."""
    for code in ("artillery", "artillery.towed"):
        Category.objects.create(code=code, name=code, definition=code)
    create_missing_states([Entry("states.yaml", 1, {"code": "UA", "name": "Ukraine"})])
    for name, entries in ENTRIES.items():
        write(tmp_path, name, copy.deepcopy(entries))
    return tmp_path


def counts():
    return [model.objects.count() for model in FILES]


def problem(folder):
    """Load, and return the one thing that is wrong."""
    before = counts()
    with pytest.raises(LoadError) as caught:
        load_folder(folder)
    assert counts() == before
    (sentence,) = caught.value.problems
    return sentence


def test_folder_becomes_published_records(folder):
    loaded = load_folder(folder)
    assert list(loaded.created.values()) == [1, 2, 2, 2, 2]
    assert set(loaded.present.values()) == {0}
    for model in FILES:
        assert {*model.objects.values_list("review_status", flat=True)} == {"published"}
        assert not model.objects.stale().exists()
    contract, claim = Agreement.objects.get(title="Contract"), Claim.objects.get(kind="order")
    assert Organization.objects.get(name="Maker").parent.name == "Ukraine"
    assert WeaponSystem.objects.get(variant_of__designation="Gun").designation == "Gun 2"
    assert (str(contract.value_amount), contract.signed) == ("12.50", "2024-05")
    assert contract.milestones.get().claim == claim
    assert contract.relations.get().other.title == "Framework"
    assert claim.relations.get().other.text == "It did not."
    assert claim.measures.get().weapon_system.designation == "Gun 2"
    assert list(claim.country_links.values_list("country", flat=True)) == ["UA", "NO"]
    assert (contract.revision, claim.revision) == (2, 2)  # linked when everything was there


def test_second_load_creates_nothing(folder):
    load_folder(folder)
    before = [list(model.objects.values()) for model in FILES]
    loaded = load_folder(folder)
    assert set(loaded.created.values()) == {0}
    assert list(loaded.present.values()) == [1, 2, 2, 2, 2]
    assert [list(model.objects.values()) for model in FILES] == before


def test_renamed_records_do_not_come_back(folder):
    load_folder(folder)
    for model, column in {
        Source: "title", Organization: "name", WeaponSystem: "designation", Agreement: "title",
    }.items():  # fmt: skip
        for record in model.objects.all():
            setattr(record, column, f"New {getattr(record, column)}")
            store(record=record, owned={})
    before = counts()
    assert set(load_folder(folder).created.values()) == {0}
    assert counts() == before


@pytest.mark.parametrize("changed", ["text", "locator"])
def test_edited_claim_does_not_come_back(folder, changed):
    load_folder(folder)
    claim = Claim.objects.get(kind="denial")
    citation = claim.citations.get()
    if changed == "text":
        claim.text = "It did, in part."
    else:
        citation.locator = "second line"
    store(record=claim, owned={"citations": [citation]})
    assert set(load_folder(folder).created.values()) == {0}


def test_new_claim_is_added_to_what_is_there(folder):
    load_folder(folder)
    new = {**ENTRIES["claims"][1], "citations": [{**DAILY, "locator": "line 3"}]}
    edit(folder, "claims", lambda entries: entries.append({**new, "organizations": ["Third"]}))
    edit(folder, "organizations", lambda entries: entries.append({"name": "Third", "kind": "ngo"}))
    assert list(load_folder(folder).created.values()) == [0, 1, 0, 0, 1]


def test_record_that_somebody_made_before_is_used_as_it_is(folder):
    record = Organization(name="Maker", kind="other", review_status="published")
    store(record=record, owned={})
    loaded = load_folder(folder)
    assert (loaded.created[Organization], loaded.present[Organization]) == (1, 1)
    record.refresh_from_db()
    assert (record.kind, record.revision) == ("other", 1)
    assert record.claims.get().kind == "order"


def test_name_that_several_records_have_is_refused(folder):
    makers = [Organization(name="Maker", kind="other", review_status="published") for _ in "ab"]
    first, second = (store(record=maker, owned={}).public_id for maker in makers)
    with pytest.raises(LoadError) as caught:
        load_folder(folder)
    assert caught.value.problems[0] == (
        "weapon_systems.yaml, entry at line 1, manufacturers.0.organization: organization “Maker” "
        f"is not one record but several: {first}, {second}. Rename all but one of them."
    )


def test_draft_of_somebody_is_not_published_in_passing(folder):
    maker = store(record=Organization(name="Maker", kind="other"), owned={})
    assert problem(folder) == (
        "weapon_systems.yaml, entry at line 1, as a whole: A published record points at published "
        f"records only; publish {maker.public_id} first."
    )


@pytest.mark.parametrize(
    ("name", "change", "sentence"),
    [
        (
            "claims",
            {"organizations": ["UA", "Makers"]},
            f"organizations.1.organization: organization “Makers” {NOWHERE} Did you mean “Maker”?",
        ),
        (
            "claims",
            {"organizations": ["XK"]},
            f"organizations.0.organization: organization “XK” {NOWHERE} Correct it or add",
        ),
        (
            "claims",
            {"categories": ["artilery"]},
            f"categories.0.category: category “artilery” {NOWHERE} Did you mean “artillery”?",
        ),
        (
            "claims",
            {"relations": [{"kind": "updates", "other": "line 2"}]},
            "relations.0.other: must name a claim as {source: its source's title, locator: ",
        ),
        (
            "claims",
            {"kind": "ordr"},
            "kind: “ordr” is not one of its codes. Did you mean “order”? Valid codes: ",
        ),
        ("claims", {"text": ["a"]}, "text: must be one value."),
        ("claims", {"said_by": ["Buyer"]}, "said_by: must name one record."),
        ("claims", {"measures": "2"}, "measures: must be a list; start each row with"),
        ("claims", {"measures": ["2"]}, "measures.0: must be “field: value” pairs."),
        (
            "claims",
            {"measures": [{"metric": "funding", "mode": "absolute", "vlaue": "2"}]},
            "measures.0.vlaue: there is no such field here. Did you mean “value”? Valid fields: ",
        ),
        (
            "claims",
            {"measures": [{"metric": "funding", "mode": "absolute", "value": "two"}]},
            "measures.0.value: “two”: “two” value must be a decimal number.",
        ),
        (
            "claims",
            {"occurred": "02/2024"},
            "occurred: “02/2024”: ",
        ),
        ("claims", {"countries": ["UK"]}, "countries.0.country: “UK”: “UK” is not an ISO 3166-1"),
        (
            "claims",
            {"citations": []},
            "citations: the entry is known by it; give it a first citation with source and",
        ),
        ("claims", {"revision": "7"}, "revision: there is no such field here."),
        (
            "agreements",
            {"value_currency": ""},
            "as a whole: A value needs its currency.",
        ),
        ("agreements", {"title": ""}, "title: the entry is known by it; give it a value."),
        (
            "organizations",
            {"parent": "Buyer"},
            "parent: organization “Buyer” stands below this entry; move it above.",
        ),
        (
            "organizations",
            {"name": "Buyer"},
            "entry at line 5: organization “Buyer” stands at line 1 already; merge the two or",
        ),
    ],
)  # fmt: skip
def test_wrong_entry_is_refused_with_its_place(folder, name, change, sentence):
    edit(folder, name, lambda entries: entries[0].update(change))
    with pytest.raises(LoadError) as caught:
        load_folder(folder)
    assert f"{name}.yaml, entry at line " in caught.value.problems[0]
    assert sentence in caught.value.problems[0]


def test_everything_that_is_wrong_is_told_at_once(folder):
    edit(folder, "claims", lambda entries: entries[0].update(kind="x", modality="y"))
    edit(folder, "sources", lambda entries: entries[0].update(knid="z"))
    with pytest.raises(LoadError) as caught:
        load_folder(folder)
    assert len(caught.value.problems) == 3


def test_file_of_an_unknown_name_is_refused(folder):
    write(folder, "claim", [])
    assert (
        problem(folder) == "claim.yaml: no file of this name is loaded. Did you mean “claims.yaml”?"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: b", "claims.yaml: the file must be a list; start each entry with “- ”."),
        ("- a", "claims.yaml, line 1: an entry must be “field: value” lines."),
        ("- a: b\n  c: d\n  a: e", "claims.yaml, line 3: The key “a” stands twice."),
        ("- a: [b", "claims.yaml, line 1: expected ',' or ']', but got '<stream end>'"),
        ("- a: \x00", "claims.yaml: unacceptable character #x0000"),
    ],
)
def test_file_that_is_no_list_of_entries_is_refused(folder, text, sentence):
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    assert problem(folder).startswith(sentence)


def test_file_in_another_encoding_is_refused(folder):
    (folder / "claims.yaml").write_bytes("- text: Größe".encode("latin-1"))
    assert problem(folder).endswith("Save it as YAML in UTF-8.")
