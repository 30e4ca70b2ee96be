"""The API described in OpenAPI 3.1."""
