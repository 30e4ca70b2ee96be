"""Reads and writes the register at the given address with a client generated from its schema."""

import json
import sys

from accord_client import AuthenticatedClient, Client
from accord_client.api.claims import get_claim, list_claims
from accord_client.api.sources import change_source, create_source
from accord_client.models import (
    Claim,
    ClaimKind,
    DateInput,
    ListClaimsResponse200,
    PatchedSourceInput,
    Problem,
    Reliability,
    Source,
    SourceInput,
    SourceKind,
)

url, token = sys.argv[1:]
visitor = Client(base_url=url)
editor = AuthenticatedClient(base_url=url, token=token)

page = list_claims.sync(
    client=visitor, kind=[ClaimKind.PRODUCTION_OUTPUT], occurred_after="2024-01", count=True
)
assert isinstance(page, ListClaimsResponse200)
one = get_claim.sync(page.results[0].id, client=visitor)
assert isinstance(one, Claim)

body = SourceInput(
    title="Report of the ministry", kind=SourceKind.OFFICIAL, published=DateInput(edtf="2024-02")
)
created = create_source.sync_detailed(client=editor, body=body, idempotency_key="python-1")
assert isinstance(created.parsed, Source)
again = create_source.sync_detailed(client=editor, body=body, idempotency_key="python-1")

tag = created.headers["ETag"]
better = PatchedSourceInput(reliability=Reliability.B)
changed = change_source.sync(created.parsed.id, client=editor, if_match=tag, body=better)
assert isinstance(changed, Source)
stale = change_source.sync(created.parsed.id, client=editor, if_match=tag, body=better)
assert isinstance(stale, Problem)

json.dump(
    {
        "found": [claim.id for claim in page.results],
        "count": page.count,
        "occurred": one.occurred.edtf,
        "created": created.parsed.id,
        "location": created.headers["Location"],
        "replayed": again.headers["Idempotency-Replayed"],
        "revision": changed.revision,
        "reliability": changed.reliability.value,
        "stale": stale.code,
    },
    sys.stdout,
)
