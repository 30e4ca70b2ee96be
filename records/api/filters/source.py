"""Filters of sources."""

from records.api.filters.base import MAX_IDS
from records.api.filters.choices import ChoiceFilter, LanguageFilter
from records.api.filters.dates import DateAfter, DateBefore, DateMatchFilter
from records.api.filters.references import IdFilter
from records.api.filters.sets import RecordFilterSet
from records.api.filters.text import ExactTextFilter, TextFilter
from records.enums import Reliability, SourceKind
from records.models import Source
from records.values.public_ids import RecordType


class SourceFilterSet(RecordFilterSet):
    """Filters of sources."""

    id = IdFilter(
        "pk", record_type=RecordType.SOURCE, most=MAX_IDS, help_text="Sources by public id."
    )
    kind = ChoiceFilter(SourceKind, help_text="Where the source comes from.")
    title = TextFilter(
        "title_folded", help_text="Words within the title, whatever their case and accents."
    )
    publisher = TextFilter(
        "publisher_folded",
        help_text="Words within the publisher's name, whatever their case and accents.",
    )
    reliability = ChoiceFilter(Reliability, help_text="How far the source is trusted.")
    language = LanguageFilter(
        help_text="Language as a BCP 47 tag; en includes en-GB, and uk includes uk-Latn."
    )
    published_after = DateAfter(
        "published", help_text="Published on the first day of this EDTF date or later."
    )
    published_before = DateBefore(
        "published", help_text="Published on the last day of this EDTF date or earlier."
    )
    date_match = DateMatchFilter(
        help_text="Whether an imprecise date must lie wholly in the period or may only touch it."
    )
    origin_group = ExactTextFilter(
        help_text="Sources that go back to one text, by the code of their group."
    )

    class Meta:
        """What is filtered."""

        model = Source
        fields = ()
