"""What is asked of each server, as paths; imports nothing of the application."""

from dataclasses import dataclass

AFTER, BEFORE = "2021-01-01", "2022-12-31"
PAGE_SIZE = 50

OURS, SQL, USUAL = "ours", "sql", "usual"
SERVERS = (OURS, SQL, USUAL)

_COLLECTION = "/api/v1/claims/"

FIRST, RANDOM, HEAVIEST, MIDDLE, ONE = (
    "first page",
    "organization and period, random",
    "organization and period, heaviest",
    "page in the middle",
    "one record",
)
QUESTIONS = (FIRST, RANDOM, HEAVIEST, MIDDLE, ONE)


@dataclass(frozen=True)
class Questions:
    """What the questions need to know of the data; numbers are primary keys."""

    organizations: list[int]
    heaviest: int
    middle_cursor: str
    middle_page: int
    claims: list[int]

    def paths(self, question: str, server: str) -> list[str]:
        """List the paths of a question; a client picks one at random for each request."""
        usual = server == USUAL
        by_organization = _usual_by_organization if usual else _by_organization
        if question == FIRST:
            return [_COLLECTION]
        if question == RANDOM:
            return [by_organization(number) for number in self.organizations]
        if question == HEAVIEST:
            return [by_organization(self.heaviest)]
        if question == MIDDLE:
            page = f"page={self.middle_page}" if usual else f"cursor={self.middle_cursor}"
            return [f"{_COLLECTION}?{page}"]
        return [f"{_COLLECTION}{number if usual else f'CLM-{number}'}/" for number in self.claims]


def _by_organization(number: int) -> str:
    period = f"occurred_after={AFTER}&occurred_before={BEFORE}"
    return f"{_COLLECTION}?organization=ORG-{number}&{period}"


def _usual_by_organization(number: int) -> str:
    period = f"occurred_latest__gte={AFTER}&occurred_earliest__lte={BEFORE}"
    return f"{_COLLECTION}?organizations={number}&{period}"
