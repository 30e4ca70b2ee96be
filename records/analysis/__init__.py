"""Questions over many records, which read and never write."""
