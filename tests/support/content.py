"""What the register holds, apart from revisions and times."""

import re
from hashlib import sha256

from records.models.relations import record_models
from records.representations.rendering import render_whole
from records.services import states
from records.services.merging.planning import in_batches

_TOLD_BY_WRITING = re.compile(r'"(?:revision":\d+|updated_at":"[^"]*")')


def content_of(record):
    """Return the review status, the state and the document of a record as `load_whole` gives it."""
    document = _TOLD_BY_WRITING.sub("", render_whole(record))
    return record.review_status, states.dump(states.take(record)), document


def content_hash():
    """Digest the content of every record, in the order of types and numbers."""
    digest = sha256()
    for model in record_models():
        for record in in_batches(model, model.objects.values_list("pk", flat=True)):
            digest.update("\0".join([record.public_id, *content_of(record)]).encode())
    return digest.hexdigest()
