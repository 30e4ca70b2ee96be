"""Which source a statement cites: a given one, one that is there, or a new draft."""

from collections.abc import Collection, Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db.models.functions import Left
from django.utils import timezone

from records.enums import ReviewStatus, SourceKind
from records.ingest.reading import Digest, Statement
from records.models import Merge, Source
from records.models.source import URL_START
from records.services.authorship import Authorship
from records.services.errors import EntriesRefusedError
from records.services.ingesting.errors import IngestError
from records.services.ingesting.known import Known
from records.services.saving import enter_records
from records.values.public_ids import RecordType

MAX_TITLE = 500


class Sources:
    """Finds the sources of one digest, and makes those that are missing.

    `found` has the numbers of all that are cited so far, and `made` the addresses of new ones,
    empty for the digest's own. In a dry run a source that would be made has no number.
    """

    def __init__(self, digest: Digest, name: str, given: Source | None) -> None:
        """Take the digest with its file's name, and its source if it is known."""
        self.digest = digest
        self.title = _title(digest, name)
        self.found: dict[int, None] = {}
        self.made: set[str] = set()
        self._own: Source | None = given
        self._is_given = given is not None
        self._by_url: dict[str, int | None] = {}

    @property
    def published(self) -> str:
        """When the digest's own source was published, if it was there already."""
        return self._own.published if self._own else ""

    def look_for_own(self, known: Known, keys: Collection[bytes]) -> None:
        """Find the source of the digest as a whole: by its bytes, or as another state of it.

        Another state has the same title and at least one of the texts, whose keys are given.
        """
        if self._own is not None:
            return
        same = Source.objects.filter(sha256=self.digest.sha256).order_by("pk").first()
        self._own = _surviving(same) if same else self._other_state(known, keys)

    def of(
        self, statements: Sequence[Statement], authorship: Authorship | None
    ) -> list[int | None]:
        """Give the numbers of the sources of some statements; without authorship none is made."""
        if not self._is_given:
            self._find_by_url({each.url for each in statements if each.url} - self._by_url.keys())
            self._make(statements, authorship)
        numbers = [self._number(each) for each in statements]
        self.found |= dict.fromkeys(number for number in numbers if number is not None)
        return numbers

    def _number(self, statement: Statement) -> int | None:
        if statement.url and not self._is_given:
            return self._by_url[statement.url]
        return self._own.pk if self._own else None

    def _other_state(self, known: Known, keys: Collection[bytes]) -> Source | None:
        named = Source.objects.filter(title=self.title, kind=SourceKind.DIGEST)
        for source in named.exclude(review_status=ReviewStatus.MERGED).order_by("pk"):
            known.load([source.pk])
            if known.has_one_of(source.pk, keys):
                return source
        return None

    def _find_by_url(self, urls: Iterable[str]) -> None:
        wanted = sorted(urls)
        if not wanted:
            return
        rows = Source.objects.annotate(start=Left("url", URL_START)).filter(
            start__in=[url[:URL_START] for url in wanted], url__in=wanted
        )
        for source in rows.order_by("-pk").only("url", "review_status"):
            self._by_url[source.url] = _survivor(source.pk, source.review_status)

    def _make(self, statements: Sequence[Statement], authorship: Authorship | None) -> None:
        """Make drafts of the sources that the statements need, or count them only."""
        missing: dict[str, Source] = {}
        for each in statements:
            if each.url and each.url not in self._by_url:
                missing.setdefault(each.url, _at_url(each))
            elif not each.url and self._own is None:
                missing.setdefault("", self._digest_source())
        self.made |= missing.keys()
        if authorship and missing:
            self._enter(list(missing.values()), authorship)
            self._own = missing.get("", self._own)
        self._by_url |= {url: source.pk for url, source in missing.items() if url}

    def _enter(self, sources: list[Source], authorship: Authorship) -> None:
        try:
            enter_records([(source, {}) for source in sources], authorship)
        except EntriesRefusedError as refusal:
            place, error = next(iter(refusal.errors.items()))
            raise IngestError(
                "source_refused", f"{sources[place].url or self.title}: {_said(error)}"
            ) from refusal

    def _digest_source(self) -> Source:
        return Source(
            title=self.title,
            kind=SourceKind.DIGEST,
            retrieved=self.digest.date,
            language=_tag(self.digest.language),
            sha256=self.digest.sha256,
        )


def _at_url(statement: Statement) -> Source:
    return Source(
        title=statement.url[:MAX_TITLE],
        publisher=statement.publisher,
        kind=SourceKind.DIGEST,
        url=statement.url,
        published=statement.date,
        language=_tag(statement.language),
    )


def _title(digest: Digest, name: str) -> str:
    gathered = digest.date or timezone.now().date().isoformat()
    return (digest.title or name or f"Digest gathered on {gathered}")[:MAX_TITLE]


def _tag(language: str) -> str:
    """Leave the language of a source empty when it is not known."""
    return "" if language == "und" else language


def _surviving(source: Source) -> Source:
    number = _survivor(source.pk, source.review_status)
    return source if number == source.pk else Source.objects.get(pk=number)


def _survivor(number: int, review_status: str) -> int:
    if review_status != ReviewStatus.MERGED:
        return number
    return Merge.objects.survivor_of(RecordType.SOURCE, number) or number


def _said(error: ValidationError) -> str:
    return " ".join(error.messages)
