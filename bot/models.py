"""aiogram's models of Telegram, each built when it is first met.

aiogram builds some 600, types and methods, while it is imported: more than half of the time of a start, and a process
meets few of them. pydantic builds a model by itself at its first use, if the names in it can be found.
"""

import re
import sys
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

_BUILD = "model_rebuild"
_NAME = re.compile(r"\w+")


def import_aiogram() -> None:
    """Import aiogram without building its models; nothing happens if it has been imported already."""
    if "aiogram" in sys.modules:
        return
    build = vars(BaseModel)[_BUILD]
    setattr(BaseModel, _BUILD, classmethod(_put_off))
    BaseModel.model_config["defer_build"] = True
    try:
        import aiogram  # noqa: F401, PLC0415 - for its effect, now
    finally:
        setattr(BaseModel, _BUILD, build)
        del BaseModel.model_config["defer_build"]


def _put_off(model: type[BaseModel], /, *, _types_namespace: Mapping[str, Any]) -> None:
    """Bring what a type's annotations name, which aiogram imports for type checkers only, to where it is looked up."""
    known = vars(sys.modules[model.__module__])
    for cls in model.__mro__:
        for annotation in vars(cls).get("__annotations__", {}).values():
            for name in _NAME.findall(str(annotation)):
                if name in _types_namespace:
                    known.setdefault(name, _types_namespace[name])
