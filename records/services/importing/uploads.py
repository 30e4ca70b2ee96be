"""Files between their upload and their import: looked through first, then imported once."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from records.models import Upload
from records.representations.locking import take_turn
from records.services.authorship import Authorship
from records.services.importing.errors import refuse
from records.services.importing.planning import plan
from records.services.importing.plans import Plan, Steps
from records.services.importing.storing import store
from records.services.importing.tables import TABLES

KEPT = timedelta(days=1)


class OutdatedError(Exception):
    """The register changed since the file was looked through; `plan` is what it would do now."""

    def __init__(self, made: Plan) -> None:
        """Keep the new plan."""
        self.plan = made
        super().__init__("The register has changed since the preview.")


@transaction.atomic
def keep(*, user: User, table: str, name: str, content: bytes) -> Upload:
    """Keep a file for a day; those that were forgotten go."""
    Upload.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return Upload.objects.create(user=user, table=table, name=name[:200], content=content)


def forget(upload: Upload) -> None:
    """Let go of a file that has been taken in."""
    upload.delete()


def preview(upload: Upload) -> Steps[Plan]:
    """Plan what a file would do now."""
    return plan(TABLES[upload.table], bytes(upload.content))


def confirm(upload: Upload, digest: str, authorship: Authorship) -> Steps[Plan]:
    """Import a file that was looked through, if it still does what the preview said.

    `digest` is that of the plan that was shown. Raises OutdatedError, ImportRefusedError and
    NotPermittedError; then nothing is stored and the file is kept.
    """
    made = yield from preview(upload)
    if made.problems or made.digest != digest:
        raise OutdatedError(made)
    with transaction.atomic():
        take_turn()
        if not Upload.objects.select_for_update().filter(pk=upload.pk).exists():
            raise refuse("This file has been imported already.")
        yield from store(made, authorship)
        Upload.objects.filter(pk=upload.pk).delete()
    return made
