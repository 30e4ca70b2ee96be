"""What schemathesis does beside its configuration; it imports this module itself.

Left alone it would invent ids and revisions, so that nearly every write ended at 404, 412 or a
reference to nothing. Where a request is meant to be valid it is pointed at what there is; where it
is meant to be wrong it is sent as it is.
"""

import os
import re
from collections import Counter
from http import HTTPStatus
from itertools import count
from urllib.request import Request, urlopen

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import CoveragePhaseData

URL, TOKEN = os.environ["ACCORD_FUZZ_URL"], os.environ["ACCORD_FUZZ_TOKEN"]

FIRST, THEN_EVERY = 2, 240
"""The coverage phase knows no bound. Of the requests that it makes of one operation in one way
(such as a value of a wrong type, which it tries for every member of a claim) the first ones are
sent and then one in so many: the same ones in every run."""

RECORDS = 4
"""The register has at least so many records of each type, numbered from 1."""

MEANING = {
    *os.environ["ACCORD_FUZZ_RULES"].split(),  # how the members of a record go together
    "bad_feed",
    "beginning_too_short",
    "confirms_others",
    "credibility_unconfirmed",
    "currency_ambiguous",
    "currency_missing",
    "cursor_mismatch",
    "does_not_exist",
    "duplicate",
    "empty_search",
    "empty_value",
    "expansion_not_selected",
    "instant_in_future",
    "interval_reversed",
    "invalid_country",
    "invalid_currency",
    "invalid_cursor",
    "invalid_language",
    "invalid_time",
    "missing_alternative",
    "narrows_nothing",
    "no_rows",
    "no_such_date",
    "not_with_format",
    "not_with_known_at",
    "nothing_left",
    "only_excluded",
    "open_date",
    "parent_cycle",
    "published_stays_public",
    "range_reversed",
    "reason_missing",
    "reason_too_long",
    "refers_to_merged",
    "refers_to_unpublished",
    "same_record",
    "too_few_values",
    "too_many_terms",
    "unbalanced_quote",
    "unknown_category",
    "unknown_row",
    "unknown_scheme_code",
    "unknown_unroca",
    "variant_of_cycle",
    "year_out_of_range",
}
"""Codes of what is wrong with a request that keeps to the schema: what no schema can say."""

_ID = re.compile(r"(AGR|ORG|WPN|CLM|SRC)-([0-9]+)")
_RECORD = re.compile(r"(/api/v1/[a-z-]+/[A-Z]{3}-[0-9]+/)")
_made: Counter[tuple[str, object]] = Counter()
_keys = count(1)


@schemathesis.check
def refused_only_for_its_meaning(ctx, response, case):
    """A request that keeps to the schema is refused only for what no schema can say."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if response.status_code == HTTPStatus.BAD_REQUEST:
        errors = response.json()["errors"]
        wrong = sorted({each["code"] for each in errors if not _is_of_meaning(each)})
        assert not wrong, f"The schema allows this request, which is refused with {wrong}."


def _is_of_meaning(error):
    """Tell whether no schema can say what is wrong.

    Of addresses, that is which hosts may be; of a digest, which characters its format takes.
    """
    address = error["detail"] == "Enter a valid URL."
    digest = (error["pointer"], error["code"]) == ("/text", "forbidden_character")
    return error["code"] in MEANING or address or digest


@schemathesis.hook
def filter_case(context, case):
    """Bound the coverage phase."""
    covered = _covered(case)
    if covered is None:
        return True
    way = (case.operation.label, covered.scenario)
    _made[way] += 1
    return _made[way] <= FIRST or _made[way] % THEN_EVERY == 0


@schemathesis.hook
def map_case(context, case):
    """Point what is meant to be valid at what there is."""
    covered = _covered(case)
    if not TOKEN and case.query and not (covered and covered.parameter == "review_status"):
        case.query.pop("review_status", None)  # 403, whatever else is asked
    if _is_meant(case, ParameterLocation.BODY):
        case.body = _known(case.body)
    if _is_meant(case, ParameterLocation.PATH):
        case.path_parameters = _known(case.path_parameters)
        writes = TOKEN and "If-Match" in (case.headers or {})
        if writes and _is_meant(case, ParameterLocation.HEADER):
            case.headers["If-Match"] = _etag(case.formatted_path)
            case.headers["X-Change-Reason"] = "Corrected"  # in UTF-8, which no schema can ask for
    if _is_meant(case, ParameterLocation.HEADER) and "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = f"key-{next(_keys)}"
    return case


def _covered(case):
    """Say what the coverage phase wants of a case, if it is one of its."""
    data = case.meta.phase.data if case.meta else None
    return data if isinstance(data, CoveragePhaseData) else None


def _is_meant(case, location):
    """Tell whether a part of a request is there and meant to be valid."""
    part = case.meta.components.get(location) if case.meta else None
    return part is not None and part.mode.is_positive


def _known(value):
    """Let every id in a value be that of a record, and every whole number written as one.

    To JSON Schema 5.0 is an integer; the register refuses it, because floats are not exact.
    """
    if isinstance(value, dict):
        return {name: _known(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_known(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and (match := _ID.fullmatch(value)):
        return f"{match[1]}-{int(match[2]) % RECORDS + 1}"
    return value


def _etag(path):
    """Read the current ETag of the record that a path is of, whatever is to be done with it."""
    (path,) = _RECORD.match(path).groups()
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with urlopen(Request(f"{URL}{path}", headers=headers)) as response:
        return response.headers["ETag"]
