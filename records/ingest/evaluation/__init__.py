"""How good the finders are: their findings against labels made by people."""
