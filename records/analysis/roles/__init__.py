"""Who stands in which role to whom, over many agreements."""
