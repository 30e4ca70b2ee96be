"""Problem documents (RFC 9457): the catalogue, and how every error becomes one."""
