"""Words that say when."""
