"""Pure domain values and their arithmetic. Imports nothing of the app but the enums."""
