"""Records counted and summed by what they say: by kind, country, year and others."""
