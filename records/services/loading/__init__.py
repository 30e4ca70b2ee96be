"""Loads records from YAML files that people read and edit."""
