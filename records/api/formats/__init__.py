"""The forms that answers come in beside JSON, and how a client chooses one."""
