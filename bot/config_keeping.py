"""Settings about how long what is kept: docs/privacy.md says what for."""

from pydantic import Field
from pydantic_settings import BaseSettings

from core.privacy.leftovers import SET_ASIDE_DAYS, UNUSED_FILES_DAYS
from core.privacy.retention import MASK_AFTER_DAYS


class KeepingSettings(BaseSettings):
    mask_after_days: int = Field(default=MASK_AFTER_DAYS, ge=30, le=36_500)
    """Days after the close of a case until its author's name is taken out of it."""
    unused_files_days: int = Field(default=UNUSED_FILES_DAYS, ge=1, le=36_500)
    """Days a file stays to which nothing refers any more, or never did."""
    set_aside_days: int = Field(default=SET_ASIDE_DAYS, ge=1, le=36_500)
    """Days updates that could not be handled, and messages that could not be sent, wait for the operators."""
