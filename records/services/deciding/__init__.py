"""What people make of findings: proposals, decisions on them, and the records that follow."""
