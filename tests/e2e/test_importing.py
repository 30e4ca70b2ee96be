"""An import in a real browser: uploaded, looked through, and stored as shown."""

import pytest

from records.models import Organization
from tests.e2e.conftest import width
from tests.e2e.test_admin import desk, groups  # noqa: F401 fixtures are found where they are imported
from tests.factories import OrganizationFactory
from tests.services.importing.files import as_csv

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

LONG = "Direktion für wehrtechnische Zusammenarbeit, Beschaffung und Instandsetzung " * 3


def check(desk, content):  # noqa: F811 a fixture
    desk.goto("/admin/records/organization/")
    desk.click("text=Import >> visible=true")
    desk.set_input_files(
        "[name=file]", {"name": "list.csv", "mimeType": "text/csv", "buffer": content}
    )
    desk.click("text=Check the file")
    desk.wait_for_selector(".accord-result")


def fits_everywhere(desk):  # noqa: F811 a fixture
    for wide in (390, 1280):
        desk.set_viewport_size({"width": wide, "height": 900})
        assert (width(desk), desk.complaints) == (wide, [])


def test_file_is_looked_through_and_imported(desk):  # noqa: F811 a fixture
    old = OrganizationFactory(name=LONG)
    rows = [("", f"New {number}", "company") for number in range(300)]
    check(desk, as_csv(("id", "name", "kind"), (old.public_id, "Short", "company"), *rows))
    assert "300 to create" in desk.inner_text(".accord-counts")
    assert desk.locator(".accord-step:visible").count() == 0
    fits_everywhere(desk)
    desk.fill("[name=reason]", "The ministry's list.")
    desk.click("button:has-text('Import')")
    desk.wait_for_selector("text=The file is imported.", timeout=120_000)
    assert Organization.objects.count() == 301
    fits_everywhere(desk)


def test_problems_are_shown_by_row_and_column(desk):  # noqa: F811 a fixture
    check(desk, as_csv(("name", "kind", "founded"), ("A", "compny", "early 2024"), (LONG, "", "")))
    cells = desk.locator(".accord-stack tbody tr").all_inner_texts()
    assert [" ".join(row.split())[:16] for row in cells] == [
        "2 kind compny Th",
        "2 founded early ",
        "3 kind — The cel",
    ]
    fits_everywhere(desk)
    assert Organization.objects.count() == 0
