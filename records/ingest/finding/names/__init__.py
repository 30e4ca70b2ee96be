"""Countries, organizations, weapon systems and categories by their names."""
