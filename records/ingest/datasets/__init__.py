"""Reads published datasets: from their files to the statements that become claims."""
