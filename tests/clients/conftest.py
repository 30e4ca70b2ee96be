"""What a client generated from the schema must read and write, in whatever language."""

import json
import subprocess

import pytest

from records.models import Claim, Source


def run(*command, cwd, **environment):
    """Run a command to its end; fail with what it has written if it fails."""
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, timeout=300, **environment
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def assert_reads_and_writes(served):
    """Compare what a client says that it did with the register."""

    def compare(output):
        source = Source.objects.latest("id")
        claims = Claim.objects.filter(kind="production_output", occurred_earliest__gte="2024-01-01")
        ids = [claim.public_id for claim in claims.order_by("-occurred_sort", "-id")]
        assert json.loads(output) == {
            "found": ids,
            "count": len(ids),
            "occurred": claims.get(pk=ids[0].removeprefix("CLM-")).occurred,
            "created": source.public_id,
            "location": f"/api/v1/sources/{source.public_id}/",
            "replayed": "true",
            "revision": 2,
            "reliability": "B",
            "stale": "precondition_failed",
        }
        assert Source.objects.filter(title="Report of the ministry").count() == 1
        assert (source.published, source.reliability, source.revision) == ("2024-02", "B", 2)
        assert served.faults() == ""

    return compare
