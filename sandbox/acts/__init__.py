"""One module per theme; importing this package fills the table in `sandbox.acts.base`."""

from sandbox.acts import groups, kinds, media, pressing, talking
from sandbox.acts.base import ACTS, Act, ActError

__all__ = ["ACTS", "Act", "ActError", "groups", "kinds", "media", "pressing", "talking"]
