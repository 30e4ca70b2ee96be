"""The titles of rows in the forms of claims and agreements."""

import re
from decimal import Decimal

import pytest

from records.models import Agreement, Claim
from tests.admin.conftest import desk_of
from tests.admin.forms import address, shown, with_row
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    CategoryFactory,
    ClaimFactory,
    MeasureFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db


def titles(page):
    """Return the titles of the rows, without that of the empty one."""
    found = re.findall(r'<strong class="font-semibold select-none">(.*?)</strong>',
                       page.content.decode())  # fmt: skip
    return [title for title in found if "#" not in title]


@pytest.fixture
def agreement():
    category = CategoryFactory(code="artillery", name="Artillery")
    system = WeaponSystemFactory(designation="L119")
    return AgreementFactory(
        items=[
            AgreementItemFactory.build(words="guns", weapon_system=system),
            AgreementItemFactory.build(words="", weapon_system=system, quantity=Decimal(14)),
            AgreementItemFactory.build(words="", category=category, activity="training"),
        ]
    )


ITEMS = ["Supply: guns", "Supply: 14 L119", "Training: Artillery"]


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_items_are_titled_with_what_they_are(agreement, role):
    assert titles(desk_of(role).get(address(Agreement, "change", agreement.pk))) == ITEMS


def test_items_keep_their_titles_when_the_form_comes_back(editor, agreement):
    url = address(Agreement, "change", agreement.pk)
    data = with_row(shown(editor.get(url)), "items", words="late", activity="nonsense")
    assert titles(editor.post(url, data | {"title": ""})) == [*ITEMS, "Item"]


def test_measures_are_titled_with_their_sentences(editor):
    claim = ClaimFactory(measures=[MeasureFactory.build(metric="cargo_volume", unit_words="t")])
    url = address(Claim, "change", claim.pk)
    assert titles(editor.get(url)) == ["Cargo volume: 10 t"]
    data = with_row(shown(editor.get(url)), "measures", metric="", value="5")
    assert titles(editor.post(url, data)) == ["Cargo volume: 10 t", "Measure"]
