"""Questions over many records as paths of the API, each beside the statement that answers it.

The statements read the same rows and count or order the same things; what an answer says beyond
that (names of records, what was left out) they leave out. They are those of somebody who knows the
tables, so our own may at best come near them.
"""

from dataclasses import dataclass

PUBLISHED = "review_status = 'published'"
PROMISED = "('plan', 'commitment', 'target', 'forecast')"

_YEAR = {
    "postgresql": "extract(year FROM c.occurred_earliest)::int",
    "sqlite": "substr(c.occurred_earliest, 1, 4)",
}
_RARE = {
    "postgresql": "array_to_tsvector(string_to_array(btrim(c.text_words || ' ' || c.speaker_words),"
    " ' ')) @@ '500000'::tsquery",
    "sqlite": "c.id IN (SELECT rowid FROM records_claim_words WHERE records_claim_words MATCH"
    " '500000')",
}


@dataclass(frozen=True)
class Question:
    """A question: its name, our path, and a statement with the parts that databases write apart."""

    name: str
    path: str
    statement: str

    def sql(self, vendor: str) -> str:
        """Write the statement for a database."""
        found = self.statement.replace("{year}", _YEAR[vendor])
        return found.replace("{rare}", _RARE[vendor])


QUESTIONS = (
    Question(
        "list by a rare word",
        "/api/v1/claims/?q=500000",
        f"""WITH found AS MATERIALIZED (SELECT c.id FROM records_claim c WHERE {{rare}})
            SELECT c.document FROM found JOIN records_claim c ON c.id = found.id
            WHERE c.{PUBLISHED} ORDER BY c.occurred_sort DESC, c.id DESC LIMIT 51""",
    ),
    Question(
        "list by a word of every claim",
        "/api/v1/claims/?q=statement",
        f"""SELECT c.document FROM records_claim c WHERE c.{PUBLISHED}
            AND c.text_words LIKE '%statement%'
            ORDER BY c.occurred_sort DESC, c.id DESC LIMIT 51""",
    ),
    Question(
        "search a rare word",
        "/api/v1/search/?q=500000",
        f"""WITH found AS MATERIALIZED (SELECT c.id FROM records_claim c WHERE {{rare}})
            SELECT c.id, c.text FROM found JOIN records_claim c ON c.id = found.id
            WHERE c.{PUBLISHED} ORDER BY c.id DESC LIMIT 20""",
    ),
    Question(
        "complete a name",
        "/api/v1/autocomplete/?q=kestr",
        f"""SELECT id, name FROM (
                SELECT id, name, name_folded FROM records_organization WHERE {PUBLISHED}
                UNION ALL
                SELECT id, designation, designation_folded FROM records_weaponsystem
                WHERE {PUBLISHED}
                UNION ALL
                SELECT id, title, title_folded FROM records_agreement WHERE {PUBLISHED}
            ) named WHERE name_folded >= 'kestr' AND name_folded < 'kests'
            ORDER BY name_folded LIMIT 10""",
    ),
    Question(
        "facets of an organization's claims",
        "/api/v1/claims/?organization=ORG-1&facets=kind,country&page_size=1",
        f"""SELECT 'kind', c.kind, count(*) FROM records_claimorganization l
            JOIN records_claim c ON c.id = l.claim_id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} GROUP BY 2
            UNION ALL
            SELECT 'country', n.country, count(*) FROM records_claimorganization l
            JOIN records_claim c ON c.id = l.claim_id
            JOIN records_claimcountry n ON n.claim_id = c.id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} GROUP BY 2""",
    ),
    Question(
        "facets of all claims",
        "/api/v1/claims/?facets=kind,modality&page_size=1",
        f"""SELECT 'kind', c.kind, count(*) FROM records_claim c WHERE c.{PUBLISHED} GROUP BY 2
            UNION ALL
            SELECT 'modality', c.modality, count(*) FROM records_claim c
            WHERE c.{PUBLISHED} GROUP BY 2""",
    ),
    Question(
        "groups of all claims by kind, year",
        "/api/v1/claims/groups/?by=kind,year",
        f"""SELECT c.kind, CASE WHEN {{year}} IS NOT NULL THEN {{year}} END, count(*)
            FROM records_claim c WHERE c.{PUBLISHED} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 100""",
    ),
    Question(
        "sums of an organization by year",
        "/api/v1/claims/groups/?by=year&organization=ORG-1&measure_metric=delivered_quantity",
        f"""SELECT {{year}}, m.unit_code, count(*), sum(m.value)
            FROM records_claimorganization l JOIN records_claim c ON c.id = l.claim_id
            JOIN records_measure m ON m.claim_id = c.id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} AND m.metric = 'delivered_quantity'
            AND m.mode = 'absolute' GROUP BY 1, 2 ORDER BY 3 DESC""",
    ),
    Question(
        "series of a weapon system",
        "/api/v1/measures/series/?metric=production_output&weapon_system=WPN-7",
        f"""SELECT m.value, m.period_earliest, m.period_latest, c.id, c.text, s.reliability
            FROM records_measure m JOIN records_claim c ON c.id = m.claim_id
            JOIN records_citation t ON t.claim_id = c.id
            JOIN records_source s ON s.id = t.source_id
            WHERE m.metric = 'production_output' AND m.weapon_system_id = 7 AND c.{PUBLISHED}
            ORDER BY m.period_earliest, c.id""",
    ),
    Question(
        "series of an organization",
        "/api/v1/measures/series/?metric=production_output&organization=ORG-1",
        f"""SELECT m.value, m.period_earliest, m.period_latest, c.id, c.text, s.reliability
            FROM records_claimorganization l JOIN records_claim c ON c.id = l.claim_id
            JOIN records_measure m ON m.claim_id = c.id
            JOIN records_citation t ON t.claim_id = c.id
            JOIN records_source s ON s.id = t.source_id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} AND m.metric = 'production_output'
            ORDER BY m.period_earliest, c.id LIMIT 1000""",
    ),
    Question(
        "conflicts of an organization",
        "/api/v1/conflicts/?organization=ORG-1",
        """SELECT a.claim_id, b.claim_id FROM records_claimorganization l
            JOIN records_measure a ON a.claim_id = l.claim_id
            JOIN records_claimorganization k ON k.organization_id = l.organization_id
                AND k.claim_id > l.claim_id
            JOIN records_measure b ON b.claim_id = k.claim_id AND b.metric = a.metric
                AND b.weapon_system_id = a.weapon_system_id AND b.period = a.period
                AND b.value <> a.value
            WHERE l.organization_id = 1 AND a.mode = 'absolute' AND b.mode = 'absolute'""",
    ),
    Question(
        "promises of an organization",
        "/api/v1/promises/?organization=ORG-1&on=2026-01-01",
        f"""SELECT c.id, c.text, c.due_earliest, c.due_latest, c.outcome
            FROM records_claimorganization l JOIN records_claim c ON c.id = l.claim_id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} AND c.modality IN {PROMISED}
            ORDER BY c.due_latest, c.id LIMIT 51""",
    ),
    Question(
        "promises, first page",
        "/api/v1/promises/?on=2026-01-01",
        f"""SELECT c.id, c.text, c.due_earliest, c.due_latest, c.outcome FROM records_claim c
            WHERE c.{PUBLISHED} AND c.modality IN {PROMISED}
            ORDER BY coalesce(c.due_latest, c.due_earliest, '9999-12-31'), c.id LIMIT 51""",
    ),
    Question(
        "promises of an organization, summed",
        "/api/v1/promises/summary/?by=kind&organization=ORG-1&on=2026-01-01",
        f"""SELECT c.kind, c.outcome, count(*)
            FROM records_claimorganization l JOIN records_claim c ON c.id = l.claim_id
            WHERE l.organization_id = 1 AND c.{PUBLISHED} AND c.modality IN {PROMISED}
            GROUP BY 1, 2 ORDER BY 3 DESC""",
    ),
    Question(
        "ladder of one agreement",
        "/api/v1/agreements/AGR-7/ladder/?on=2026-01-01",
        """SELECT kind, date_earliest, date_latest, claim_id FROM records_agreementmilestone
            WHERE agreement_id = 7
            UNION ALL
            SELECT c.kind, c.occurred_earliest, c.occurred_latest, c.id
            FROM records_claimagreement l JOIN records_claim c ON c.id = l.claim_id
            WHERE l.agreement_id = 7""",
    ),
    Question(
        "ladders of a country's agreements",
        "/api/v1/ladder/?party=PL&on=2026-01-01",
        f"""SELECT a.id, a.title, m.kind, m.date_earliest, m.date_latest FROM records_agreement a
            LEFT JOIN records_agreementmilestone m ON m.agreement_id = a.id
            WHERE a.{PUBLISHED} AND EXISTS (SELECT 1 FROM records_agreementparty p
                JOIN records_organization o ON o.id = p.organization_id
                WHERE p.agreement_id = a.id AND o.country = 'PL')
            ORDER BY a.id""",
    ),
    Question(
        "network of countries",
        "/api/v1/network/?at=country",
        f"""WITH side AS (
                SELECT l.claim_id, o.country FROM records_claimorganization l
                JOIN records_organization o ON o.id = l.organization_id
                JOIN records_claim c ON c.id = l.claim_id WHERE c.{PUBLISHED}
                UNION SELECT n.claim_id, n.country FROM records_claimcountry n
                JOIN records_claim c ON c.id = n.claim_id WHERE c.{PUBLISHED})
            SELECT one, other, sum(agreements), sum(claims) FROM (
                SELECT o.country AS one, r.country AS other,
                    count(DISTINCT p.agreement_id) AS agreements, 0 AS claims
                FROM records_agreementparty p
                JOIN records_agreementparty q ON q.agreement_id = p.agreement_id AND q.id <> p.id
                JOIN records_organization o ON o.id = p.organization_id
                JOIN records_organization r ON r.id = q.organization_id
                JOIN records_agreement a ON a.id = p.agreement_id
                WHERE o.country < r.country AND a.{PUBLISHED} GROUP BY 1, 2
                UNION ALL
                SELECT s.country, t.country, 0, count(*)
                FROM side s JOIN side t ON t.claim_id = s.claim_id AND t.country > s.country
                GROUP BY 1, 2) met
            GROUP BY 1, 2 ORDER BY sum(agreements) + sum(claims) DESC""",
    ),
    Question(
        "who signs for whose supply",
        "/api/v1/agreements/roles/?row=signatory&column=supplier",
        f"""SELECT o.country, r.country, count(DISTINCT a.id), sum(a.value_amount)
            FROM records_agreement a
            JOIN records_agreementparty p ON p.agreement_id = a.id AND p.role = 'signatory'
            JOIN records_agreementparty q ON q.agreement_id = a.id AND q.role = 'supplier'
            JOIN records_organization o ON o.id = p.organization_id
            JOIN records_organization r ON r.id = q.organization_id
            WHERE a.{PUBLISHED} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 100""",
    ),
    Question(
        "an organization's claims as lines",
        "/api/v1/claims/?organization=ORG-1&format=jsonl",
        f"""SELECT c.document FROM records_claimorganization l
            JOIN records_claim c ON c.id = l.claim_id
            WHERE l.organization_id = 1 AND c.{PUBLISHED}
            ORDER BY l.occurred_sort DESC, l.claim_id DESC""",
    ),
)
