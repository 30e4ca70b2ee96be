"""A database cache whose counters hold across processes."""

import base64
import pickle

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction
from django.utils import timezone

# A count is not worth the wait for the disk, which was four fifths of the time; a crash of the
# database loses those of its last moments. It holds for the transaction, so for a count alone.
_DO_NOT_WAIT = ", set_config('synchronous_commit', 'off', true)"


class CountingDatabaseCache(DatabaseCache):
    """Django's database cache with an atomic `incr`.

    Django's own reads and then writes, so that of two processes that count at the same time one is
    lost. Here the row is locked in between: by `FOR UPDATE`, or on SQLite by the transaction, which
    begins IMMEDIATE (see the settings of the database).
    """

    _table: str

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a stored number and return the sum; the time of its expiry stays.

        Raises ValueError if there is none, as every cache does.
        """
        stored_key = self.make_and_validate_key(key, version=version)
        alias = router.db_for_write(self.cache_model_class)
        alone = not connections[alias].in_atomic_block
        with transaction.atomic(using=alias):
            total = self._locked_value(alias, stored_key, hurry=alone) + delta
            self._store_value(alias, stored_key, total)
        return total

    def _locked_value(self, alias: str, key: str, *, hurry: bool) -> int:
        connection = connections[alias]
        extra = _DO_NOT_WAIT if hurry and connection.vendor == "postgresql" else ""
        lock = connection.ops.for_update_sql() if connection.features.has_select_for_update else ""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT value{extra} FROM {self._quoted(alias)} "  # noqa: S608 the name is the operator's
                f"WHERE cache_key = %s AND expires > %s {lock}",
                [key, now],
            )
            row = cursor.fetchone()
        if row is None:
            raise ValueError(f"Key {key!r} not found")
        value = pickle.loads(base64.b64decode(row[0]))  # noqa: S301 written by this server
        return int(value)

    def _store_value(self, alias: str, key: str, value: int) -> None:
        text = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("ascii")
        with connections[alias].cursor() as cursor:
            cursor.execute(
                f"UPDATE {self._quoted(alias)} SET value = %s "  # noqa: S608 see above
                "WHERE cache_key = %s",
                [text, key],
            )

    def _quoted(self, alias: str) -> str:
        return connections[alias].ops.quote_name(self._table)
