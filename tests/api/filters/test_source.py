import pytest

from records.models import Source
from tests.api.filters.support import World, refused
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db


def build_world():
    return World(
        digest=SourceFactory(
            title="Дайджест", kind="digest", publisher="Ukrinform, Kyiv", language="uk",
            published="2025-04",
        ),
        report=SourceFactory(
            title="Report on guns", kind="official", publisher="Ministère", language="fr-CA",
            reliability="A", published="2024/..", origin_group="press-1",
        ),
        bare=SourceFactory(title="Untitled", origin_group="press-2"),
    )  # fmt: skip


MATCHES = [
    ("", "bare digest report"),
    ("q=kyiv", "digest"),
    ("id={bare}", "bare"),
    ("kind=digest,official", "digest report"),
    ("kind!=digest", "bare report"),
    ("title=дайджест", "digest"),
    ("title!=guns", "bare digest"),
    ("publisher=ministere", "report"),
    ("publisher=ukrinform, kyiv", "digest"),
    ("publisher!=ukrinform", "bare report"),
    ("reliability=A", "report"),
    ("reliability!=A", "bare digest"),
    ("language=fr", "report"),
    ("language=fr-CA", "report"),
    ("language=uk,fr", "digest report"),
    ("language!=fr", "bare digest"),
    ("published_after=2025-05", "report"),
    ("published_before=2024", "report"),
    ("published_after=2025-04-30&published_before=2025-04-30", "digest report"),
    ("published_after=2024&date_match=certain", "digest report"),
    ("published_before=2025-34&date_match=certain", "digest"),
    ("published_after=2025-33&published_before=2025&date_match=possible", "digest report"),
    ("origin_group=press-1,press-2", ""),
    ("origin_group=press-1&origin_group=press-2", "bare report"),
    ("origin_group!=press-1", "bare digest"),
    ("review_status=published", "bare digest report"),
    ("updated_after=2000-01-01", "bare digest report"),
    ("updated_before=2000-01-01", ""),
]


@pytest.mark.parametrize(("query", "names"), MATCHES)
def test_query_finds(world, query, names):
    assert world.found(Source, query) == names.split()


REFUSED = [
    ("q=-x", "q", "only_excluded"),
    ("id=1", "id", "invalid_id"),
    ("kind=blog", "kind", "invalid_choice"),
    ("title=", "title", "empty_value"),
    ("publisher=%00", "publisher", "forbidden_character"),
    ("reliability=G", "reliability", "invalid_choice"),
    ("language=ukr-", "language", "invalid_language"),
    ("language=" + "en-" * 500, "language", "invalid_language"),
    ("published_after=2025-Q1", "published_after", "invalid_edtf"),
    ("published_before=2025/", "published_before", "invalid_edtf"),
    ("published_after=2026&published_before=2025", "published_after", "range_reversed"),
    ("date_match=CERTAIN", "date_match", "invalid_choice"),
    ("origin_group=%EF%BF%BD%00", "origin_group", "forbidden_character"),
    ("review_status=deleted", "review_status", "invalid_choice"),
    ("updated_after=2025-04-04 12:00", "updated_after", "invalid_time"),
    ("updated_before=2025-04-04T25:00Z", "updated_before", "invalid_time"),
]


@pytest.mark.parametrize(("query", "name", "code"), REFUSED)
def test_query_is_refused(query, name, code):
    assert refused(Source, query) == [(f"?{name}", code)]
