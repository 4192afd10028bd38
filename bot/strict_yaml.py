"""YAML files written by hand: read strictly; the first mistake is told with its line and what belongs there."""

from collections.abc import Callable, Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.terminal import words
from core.shared.errors import DomainError

Model = TypeVar("Model", bound=BaseModel)
Where = tuple[int | str, ...]


class _DaysAsWords(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """Leaves days and times as they are written: YAML's own reading of 2026-13-01 is an error without a line."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class has it like this
        first: [(tag, pattern) for tag, pattern in its if tag != "tag:yaml.org,2002:timestamp"]
        for first, its in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class StrictFile:
    """One kind of file. Its sentences stand in the catalogues under `<keys>-…`, one for each word of `fields`."""

    def __init__(self, code: str, keys: str, fields: Collection[str]) -> None:
        self._code = code
        self._keys = keys
        self._fields = fields

    def read(self, file: Path, model: type[Model], also: Callable[[Model], None] | None = None) -> Model:
        """Raises DomainError(code) naming file, line, place and what is to be written there.

        `also` looks at what fits the schema, and says by `Misplaced` where it makes no sense.
        """
        tree: Any = None
        try:
            text = file.read_text(encoding="utf-8")
            tree = yaml.compose(text, Loader=yaml.SafeLoader)
            read = model.model_validate(yaml.load(text, Loader=_DaysAsWords))  # noqa: S506 - it is a SafeLoader
            if also is not None:
                also(read)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            raise self._wrong(file, mark.line + 1 if mark else 1, (), words(f"{self._keys}-no-yaml")) from None
        except (OSError, UnicodeDecodeError):
            raise self._wrong(file, 1, (), words(f"{self._keys}-unreadable")) from None
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = tuple(first["loc"])
            raise self._wrong(file, line_of(tree, place), place, self._problem(str(first["type"]), place)) from None
        except Misplaced as error:
            problem = words(f"{self._keys}-{error.key}", **error.named)
            raise self._wrong(file, line_of(tree, error.place), error.place, problem) from None
        return read

    def _wrong(self, file: Path, line: int, place: Where, problem: str) -> DomainError:
        named = [f"{part + 1}" if isinstance(part, int) else part for part in place]
        return DomainError(self._code, file=file.name, line=str(line), place=".".join(named) or "-", problem=problem)

    def _problem(self, kind: str, place: Where) -> str:
        """Say what is to be written at a place; of an unknown word, which known one it may have been meant for."""
        word = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
        if kind == "extra_forbidden":
            near = next(iter(get_close_matches(word, self._fields, n=1)), "")
            return words(f"{self._keys}-unknown-near" if near else f"{self._keys}-unknown", word=word, near=near)
        known = word if word in self._fields else next(iter(self._fields))
        return words(f"{self._keys}-field-{known.replace('_', '-')}")


class Misplaced(Exception):  # noqa: N818 - it never leaves this module's callers
    """Something fits the schema and makes no sense at `place`; `key` says why."""

    def __init__(self, key: str, *place: int | str, **named: str | int) -> None:
        super().__init__(key)
        self.key, self.place, self.named = key, place, named


def line_of(tree: Any, place: Where) -> int:  # noqa: ANN401 - a node of PyYAML's, which has no types
    """Return the line on which a place stands, or of the nearest thing around it."""
    line = 1 if tree is None else tree.start_mark.line + 1
    for part in place:
        if isinstance(tree, yaml.MappingNode):
            found = next(((key, value) for key, value in tree.value if key.value == part), None)
            if found is None:
                return int(line)
            line, tree = found[0].start_mark.line + 1, found[1]
        elif isinstance(tree, yaml.SequenceNode) and isinstance(part, int) and part < len(tree.value):
            tree = tree.value[part]
            line = tree.start_mark.line + 1
    return int(line)
