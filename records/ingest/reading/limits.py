"""How large a digest may be: more would not fit the memory, or no editor could look through it."""

MAX_BYTES = 10 * 2**20
"""A year of a daily digest; checked before anything is decoded."""
MAX_STATEMENTS = 20_000
MAX_STATEMENT = 2_000
"""Characters; the longest of 1,600 news statements that were looked at has 700."""
MAX_LINES = 200_000
"""Lines with text in them: 10 MB of lines of 50 characters."""
MAX_TAGS = 25_000
"""Of a page or feed; long pages have 5,000. The main text of as many is found in seconds."""
MAX_RUN = 1_000_000
"""Characters of a page or feed between two tags; libxml2 drops ten times as many."""
MAX_DEPTH = 100
"""Elements of a feed within each other; real ones have up to ten."""
MAX_SHORT = 500
"""Characters of a title or publisher, as a source stores them."""
MAX_URL = 2_000
"""Characters of an address; no browser needs more."""
