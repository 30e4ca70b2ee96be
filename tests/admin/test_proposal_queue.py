"""The list of texts whose proposals wait."""

import pytest
from django.contrib.auth.models import User

from records.ingest import findings as f
from tests.admin.sheets import address
from tests.factories import ClaimFactory
from tests.services.deciding.findings import kinds, reading_of

pytestmark = pytest.mark.django_db

QUEUE = "/admin/records/reading/"


def test_queue_lists_what_waits_the_oldest_first(editor):
    first, second = (reading_of(f.Findings(**kinds())) for _ in range(2))
    reading_of(f.Findings(**kinds()), claim=ClaimFactory(review_status="in_review"))
    done = reading_of(f.Findings(**kinds()))
    done.decided_at, done.decided_by = done.read_at, User.objects.latest("pk")
    done.save()
    page = editor.get(QUEUE)
    assert [row.pk for row in page.context["cl"].result_list] == [first.pk, second.pk]
    text = page.content.decode()
    assert "2 sentences waiting" in text
    assert f'href="{address(first)}' in text
    assert [title for title, _, active in page.context["tabs"] if active] == [
        "Proposals to confirm"
    ]


def test_empty_queue_says_so(editor):
    assert "No proposals wait" in editor.get(QUEUE).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_queue_takes_the_same_queries(editor, number, django_assert_num_queries):
    for _ in range(number):
        reading_of(f.Findings(**kinds()))
    with django_assert_num_queries(5):
        editor.get(QUEUE)
