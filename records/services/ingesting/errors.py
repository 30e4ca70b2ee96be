"""Why a digest is not ingested."""


class IngestError(Exception):
    """Nothing was stored; the text names the value and the fix.

    `field` is what was asked for wrongly: `source`, `published`, `text` for the digest itself.
    """

    def __init__(self, code: str, message: str, field: str = "text") -> None:
        """Take the code and the text for whoever sent the digest."""
        self.code, self.field = code, field
        super().__init__(message)
