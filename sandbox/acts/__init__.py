"""One module per theme; importing this package fills the table in `sandbox.acts.base`."""

from sandbox.acts import groups, media, pressing, talking
from sandbox.acts.base import ACTS, Act, ActError

__all__ = ["ACTS", "Act", "ActError", "groups", "media", "pressing", "talking"]
