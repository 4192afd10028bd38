"""`linli.toml` as setup writes it: a line is put in or changed, everything else stays as it was."""

import os
import re
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from bot.config import FILE, ConfigError, read_file


def put_setting(key: str, value: str, file: Path = FILE) -> None:
    """Set `key`, and nobody but the owner may read the file from then on; it is there whole or as it was before.

    `value` must need no escaping. Raises ConfigError("config-file-written") if it cannot be written.
    """
    wanted = {**read_file(file), key: value}
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        after = with_setting(before, key, value)
        if not _says(after, wanted):  # the setting stood over several lines, or in another form we do not write
            raise ConfigError("config-file-edit", file=file.name, key=key)
        _replace(file.resolve(), after)
    except OSError:
        raise ConfigError("config-file-written", file=file.name) from None


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def with_setting(text: str, key: str, value: str) -> str:
    """Return `text` with `key` set: in its line if it has one, else at the top, where no table has begun."""
    line = f'{key} = "{value}"'
    changed, count = re.subn(rf"(?m)^[ \t]*{key}[ \t]*=[^\n#]*", line + " ", text, count=1)
    if count:
        return re.sub(rf"(?m)^({re.escape(line)}) $", r"\1", changed)
    return f"{line}\n{text}"


def _replace(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=".linli.", dir=file.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink()
        raise
