"""What makes a digest unreadable."""


class DigestError(Exception):
    """The digest cannot be read; the text names what is wrong, where, and what to do.

    `code` is one of:

    - of the bytes: `empty`, `too_large`, `binary`, `unknown_encoding`;
    - of their amount: `too_many_lines`, `too_many_statements`, `too_many_tags`,
      `statement_too_long`, `value_too_long`;
    - of the form: `forbidden_character`, `bad_json_line`, `bad_feed`, `bad_date`, `bad_url`,
      `bad_language`;
    - of the content: `no_text`, where a page, feed or table has no statement.
    """

    def __init__(self, code: str, message: str) -> None:
        """Take the code and the text for whoever sent the digest."""
        self.code = code
        super().__init__(message)
