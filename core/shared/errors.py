"""One tree of errors. They carry a code and safe arguments, never prose: text is looked up in `locales/`."""

from collections.abc import Mapping


class AppError(Exception):
    """Something the caller must be told about; `code` names the sentence `error-<code>` in the catalogues."""

    def __init__(self, code: str, **args: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.args_for_text: Mapping[str, str | int] = args


class DomainError(AppError):
    """A rule said no."""


class NotFoundError(AppError):
    """Absent, or not the asker's: one error for both, so that nobody can probe."""


class ConflictError(AppError):
    """Somebody else was first, or the page the press came from is out of date."""


class StorageError(AppError):
    """Infrastructure failed; the same call may succeed later."""
