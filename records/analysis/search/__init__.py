"""What a search finds among all published records, and what somebody may be typing."""
