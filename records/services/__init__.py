"""Writes: whatever changes the register goes through here."""
