import pytest

from records.models import Category, WeaponSystem
from records.querysets.category import within
from tests.factories import CategoryFactory, WeaponSystemFactory

pytestmark = pytest.mark.django_db

CODES = ["uas", "uas.loitering", "uas.loitering.small", "uas_other", "uasx.loitering"]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("uas", CODES[:3]),
        ("uas.loitering", CODES[1:3]),
        ("uas.loitering.small", CODES[2:3]),
        ("uas.loiter", []),
        ("ua_", []),
        ("", []),
    ],
)
def test_category_holds_itself_and_what_is_below(code, found):
    for each in CODES:
        CategoryFactory(code=each)
    assert [each.code for each in Category.objects.within(code)] == found


def test_lookup_path_can_lead_to_the_category():
    inside = WeaponSystemFactory(category=CategoryFactory(code="uas.loitering"))
    WeaponSystemFactory(category=CategoryFactory(code="uas_other"))
    assert list(WeaponSystem.objects.filter(within("category__code", "uas"))) == [inside]
