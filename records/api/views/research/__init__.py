"""Questions over many records, one endpoint each."""
