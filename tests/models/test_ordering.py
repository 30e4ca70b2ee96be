"""Names are ordered alike on both databases."""

import pytest
from django.apps import apps
from django.db import connection

from records.models import Organization
from records.models.fields import CodePointField
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

ORDERED = {
    (model._meta.db_table, field.column)
    for model in apps.get_app_config("records").get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, CodePointField)
}


def test_folded_names_are_ordered_by_code_point():
    names = ["bae", "bae-systems", "bae systems", "babel", "жито", "ø", "z"]
    for name in names:
        OrganizationFactory(name=name)

    ordered = Organization.objects.order_by("name_folded").values_list("name", flat=True)

    assert list(ordered) == sorted(names)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no other order")
def test_every_column_that_names_are_ordered_by_has_the_collation_c():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND collation_name = 'C'"
            " AND table_name LIKE 'records_%'"
        )
        assert set(cursor.fetchall()) == ORDERED
    assert len(ORDERED) >= 5
