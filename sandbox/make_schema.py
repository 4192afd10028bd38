"""Makes the table of methods, parameters and limits out of a machine-readable Bot API.

Run it as `python -m sandbox.make_schema FILE` after a release of the Bot API; the table is committed.
Equal parameters are written once, in "specs", and named by their place in that list.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sandbox.schema_limits import formatting, limits

TARGET = Path(__file__).with_name("schema.json")
_RELEASE = re.compile(r"\d+\.\d+")
_RECURSIVE_TEXT = "either a String for plain text, an Array of"


def build(api: Mapping[str, Any]) -> dict[str, Any]:
    specs: dict[str, int] = {}
    methods = {name: _fields(name, method, specs) for name, method in sorted(api["methods"].items())}
    types = {name: _type(name, api["types"][name], specs) for name in sorted(_used(api))}
    release = _RELEASE.search(api["version"])
    if release is None:
        raise ValueError("the file names no release")
    return {
        "version": release[0],
        "specs": [json.loads(spec) for spec in specs],
        "methods": methods,
        "types": types,
    }


def _used(api: Mapping[str, Any]) -> set[str]:
    """Names of the types that some method takes, at any depth."""
    seen: set[str] = set()
    wanted = [kind for method in api["methods"].values() for kind in _mentioned(method)]
    while wanted:
        name = wanted.pop().replace("Array of ", "")
        if name in seen or name not in api["types"] or name == "InputFile":
            continue
        seen.add(name)
        wanted += _mentioned(api["types"][name])
    return seen


def _mentioned(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from entry.get("subtypes", ())
    for field in entry.get("fields", ()):
        yield from field["types"]


def _type(name: str, entry: Mapping[str, Any], specs: dict[str, int]) -> dict[str, Any]:
    if "subtypes" not in entry:
        return {"fields": _fields(name, entry, specs)}
    result: dict[str, Any] = {"one_of": entry["subtypes"]}
    if any(_RECURSIVE_TEXT in line for line in entry["description"]):
        result["text"] = True
    return result


def _fields(owner: str, entry: Mapping[str, Any], specs: dict[str, int]) -> dict[str, int]:
    names = {field["name"] for field in entry.get("fields", ())}
    return {
        field["name"]: specs.setdefault(json.dumps(_spec(owner, field, names), ensure_ascii=False), len(specs))
        for field in entry.get("fields", ())
    }


def _spec(owner: str, field: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    spec: dict[str, Any] = {"types": field["types"]}
    if field["required"]:
        spec["required"] = True
    if "enum" in field:
        spec["enum"] = field["enum"]
    spec.update(limits(owner, field))
    if "String" in field["types"] and (beside := formatting(field["name"], names)) is not None:
        spec["format"] = beside
    if "attach://" in field["description"] or "InputFile" in field["types"]:
        spec["file"] = True
    return spec


def render(table: Mapping[str, Any]) -> str:
    """One line per entry, so that a new release gives a readable difference."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    specs = ",\n".join(line(spec) for spec in table["specs"])
    parts = [f'"version":{line(table["version"])}', f'"specs":[\n{specs}\n]']
    for group in ("methods", "types"):
        rows = ",\n".join(f"{line(name)}:{line(entry)}" for name, entry in table[group].items())
        parts.append(f'"{group}":{{\n{rows}\n}}')
    return "{" + ",\n".join(parts) + "}\n"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m sandbox.make_schema FILE\n")
        return 2
    api = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    TARGET.write_text(render(build(api)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
