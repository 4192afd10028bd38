"""What the code of an anonymous case looks like."""

SIGN = "[A-HJKMNP-Z2-9]"
"""What codes are made of: nothing that is easily mistaken for something else."""
DASHED = f"{SIGN}{{4}}[-–—]{SIGN}{{4}}[-–—]{SIGN}{{4}}"
SPACED = f"{SIGN}{{4}} {SIGN}{{4}} {SIGN}{{4}}"
