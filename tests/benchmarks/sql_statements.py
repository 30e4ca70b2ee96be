"""The hand-written statements, one text for each question, in the dialect of each database."""

from dataclasses import dataclass

_POSTGRESQL_LIST = """coalesce((SELECT json_agg({item} ORDER BY {row}.position, {row}.id)
    FROM {table} {row} {joins} WHERE {row}.claim_id = c.id), '[]')"""
_SQLITE_LIST = """(SELECT json_group_array({item}) FROM
    (SELECT * FROM {table} WHERE claim_id = c.id ORDER BY position, id) {row} {joins})"""


@dataclass(frozen=True)
class Dialect:
    """What the databases write differently."""

    object: str
    list: str
    empty_list: str
    number: str
    moment: str
    whole: str
    mark: str
    day: str


POSTGRESQL = Dialect(
    object="json_build_object",
    list=_POSTGRESQL_LIST,
    empty_list="'[]'::json",
    number="trim_scale({column})::text",
    moment="""to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
    whole="{document}::text",
    mark="%s",
    day="%s::date",
)
SQLITE = Dialect(
    object="json_object",
    list=_SQLITE_LIST,
    empty_list="json('[]')",
    number="cast({column} AS text)",
    moment="replace({column}, ' ', 'T') || 'Z'",
    whole="{document}",
    mark="?",
    day="?",
)


def statements(sql: Dialect) -> dict[str, str]:
    """Write the statements: rows of (number, key in the ordering, document)."""
    columns = f"c.id, c.occurred_sort, {sql.whole.format(document=_document(sql))}"
    speaker = "LEFT JOIN records_organization s ON s.id = c.said_by_id"
    claims = f"SELECT {columns} FROM records_claim c {speaker} WHERE c.review_status = 'published'"
    newest_first = "ORDER BY c.occurred_sort DESC, c.id DESC LIMIT 51"
    return {
        "one": f"{claims} AND c.id = {sql.mark}",
        "first": f"{claims} {newest_first}",
        "after": f"{claims} AND (c.occurred_sort, c.id) < ({sql.day}, {sql.mark}) {newest_first}",
        # The link rows carry the date, so that one index finds an organization's claims in order.
        "by_organization": f"""SELECT {columns}
            FROM records_claimorganization l JOIN records_claim c ON c.id = l.claim_id {speaker}
            WHERE l.organization_id = {sql.mark} AND c.review_status = 'published'
                AND (c.occurred_latest >= {sql.day}
                    OR c.occurred_latest IS NULL AND c.occurred_earliest IS NOT NULL)
                AND (c.occurred_earliest <= {sql.day}
                    OR c.occurred_earliest IS NULL AND c.occurred_latest IS NOT NULL)
            ORDER BY l.occurred_sort DESC, l.claim_id DESC LIMIT 51""",
    }


def _document(sql: Dialect) -> str:
    agreement = _brief(sql, "agreements", "AGR", "a", name="a.title", kind="a.kind")
    source = _brief(sql, "sources", "SRC", "r", name="r.title", kind="r.kind")
    claim = _brief(sql, "claims", "CLM", "x", name="x.text", kind="x.kind")
    citation = _object(
        sql, source=source, locator="nullif(li.locator, '')", quote="nullif(li.quote, '')"
    )
    return _object(
        sql,
        id="'CLM-' || c.id",
        url="'/api/v1/claims/CLM-' || c.id || '/'",
        text="c.text",
        language="c.language",
        kind="c.kind",
        modality="c.modality",
        said_by=f"CASE WHEN s.id IS NOT NULL THEN {_organization(sql, 's')} END",
        speaker_name="nullif(c.speaker_name, '')",
        speaker_title="nullif(c.speaker_title, '')",
        occurred=_date(sql, "c.occurred", "c.occurred_words", "c.occurred_unresolved"),
        due=_date(sql, "c.due", "c.due_words", "c.due_unresolved"),
        outcome="nullif(c.outcome, '')",
        credibility="c.credibility",
        agreements=_list(sql, agreement, "claimagreement", a="agreement"),
        organizations=_list(sql, _organization(sql, "o"), "claimorganization", o="organization"),
        weapon_systems=_list(sql, _weapon_system(sql), "claimweaponsystem", w="weapon_system"),
        categories=_list(sql, "li.category_id", "claimcategory"),
        countries=_list(sql, "li.country", "claimcountry"),
        measures=_list(sql, _measure(sql), "measure", w="weapon_system"),
        citations=_list(sql, citation, "citation", r="source"),
        relations=_list(
            sql, _object(sql, kind="li.kind", claim=claim), "claimrelation", x="claim:other"
        ),
        review_status="c.review_status",
        revision="c.revision",
        created_at=sql.moment.format(column="c.created_at"),
        updated_at=sql.moment.format(column="c.updated_at"),
    )


def _object(sql: Dialect, **pairs: str) -> str:
    written = ", ".join(f"'{name}', {value}" for name, value in pairs.items())
    return f"{sql.object}({written})"


def _list(sql: Dialect, item: str, table: str, **joined: str) -> str:
    """Write a claim's list: rows `li` of a table, and the record that each points at, if any."""
    joins = ""
    for alias, target in joined.items():
        model, _, column = target.partition(":")
        joins = (
            f"LEFT JOIN records_{model.replace('_', '')} {alias} "
            f"ON {alias}.id = li.{column or model}_id"
        )
    return sql.list.format(item=item, row="li", table=f"records_{table}", joins=joins)


def _brief(sql: Dialect, collection: str, prefix: str, row: str, **columns: str) -> str:
    return _object(
        sql,
        id=f"'{prefix}-' || {row}.id",
        url=f"'/api/v1/{collection}/{prefix}-' || {row}.id || '/'",
        **columns,
    )


def _organization(sql: Dialect, row: str) -> str:
    return _brief(
        sql, "organizations", "ORG", row,
        name=f"{row}.name", kind=f"{row}.kind", country=f"nullif({row}.country, '')",
    )  # fmt: skip


def _weapon_system(sql: Dialect) -> str:
    return _brief(sql, "weapon-systems", "WPN", "w", name="w.designation", category="w.category_id")


def _date(sql: Dialect, column: str, words: str = "''", unresolved: str = "''") -> str:
    shown = _object(
        sql,
        edtf=f"nullif({column}, '')",
        earliest=f"{column}_earliest",
        latest=f"{column}_latest",
        words=f"nullif({words}, '')",
        unresolved=f"nullif({unresolved}, '')",
    )
    return f"CASE WHEN {column} <> '' OR {words} <> '' OR {unresolved} <> '' THEN {shown} END"


def _measure(sql: Dialect) -> str:
    not_derived = _object(
        sql, target="NULL", min="NULL", max="NULL", unit_code="NULL", currency="NULL",
        inputs=sql.empty_list, reason="'baseline_unknown'",
    )  # fmt: skip
    return _object(
        sql,
        metric="li.metric",
        weapon_system=f"CASE WHEN w.id IS NOT NULL THEN {_weapon_system(sql)} END",
        category="li.category_id",
        object_words="nullif(li.object_words, '')",
        mode="li.mode",
        qualifier="li.qualifier",
        value=sql.number.format(column="li.value"),
        value_min=sql.number.format(column="li.value_min"),
        value_max=sql.number.format(column="li.value_max"),
        precision=sql.number.format(column="li.precision"),
        unit_code="nullif(li.unit_code, '')",
        unit_words="nullif(li.unit_words, '')",
        currency="nullif(li.currency, '')",
        period=_date(sql, "li.period", "li.period_words", "li.period_unresolved"),
        period_length="nullif(li.period_length, '')",
        baseline_period=_date(sql, "li.baseline_period", "li.baseline_words"),
        superlative="nullif(li.superlative, '')",
        temporal_mode="li.temporal_mode",
        due=_date(sql, "li.due"),
        outcome="nullif(li.outcome, '')",
        # The generated data has no figure to derive another from.
        derived=f"CASE WHEN li.mode <> 'absolute' THEN {not_derived} END",
    )
