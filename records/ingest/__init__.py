"""From text to proposed claims. Reads the register and writes nothing; services write."""
