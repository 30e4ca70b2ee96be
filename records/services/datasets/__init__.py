"""Loads published datasets into the register, as published records."""
