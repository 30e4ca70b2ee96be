"""Who has to do with whom, over many agreements and claims."""
