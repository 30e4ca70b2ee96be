"""How large a file may be: more would not fit the memory, or no one could look through it."""

MAX_BYTES = 32 * 2**20
MAX_UNPACKED_BYTES = 256 * 2**20
MAX_PARTS = 1000
MAX_ROWS = 50_000
MAX_ROW_NUMBER = 100_000
"""Empty rows count here: a sheet can claim a million of them."""
MAX_COLUMNS = 200
MAX_CELL = 32_767
"""Characters that fit a cell of a spreadsheet."""
