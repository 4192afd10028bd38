"""`python -m sandbox.make_docs` writes docs/sandbox.md from the tables of the code."""

from collections.abc import Iterable
from pathlib import Path

from aiohttp import web

from sandbox import docs_text as text
from sandbox.acts import ACTS
from sandbox.api import NOT_EMULATED
from sandbox.calls import HANDLERS
from sandbox.control import add_control
from sandbox.faults import KINDS
from sandbox.schema import load
from sandbox.validation import NO_METHOD

TARGET = Path(__file__).parent.parent / "docs" / "sandbox.md"
COLUMNS = 3


def render() -> str:
    parts = [
        text.INTRO.format(not_emulated=", ".join(f"`{name}`" for name in NOT_EMULATED)),
        methods(),
        text.CONTROL,
        table("Call", "What it does", ((route, text.ROUTES[route]) for route in routes())),
        text.ACTS_INTRO,
        table("`do`", "What it takes", ((f"`{name}`", text.ACTS[name]) for name in sorted(ACTS))),
        text.FAULTS_INTRO,
        table("`kind`", "What happens", ((f"`{kind}`", text.FAULTS[kind]) for kind in text.FAULTS if kind in KINDS)),
    ]
    return "\n".join(parts)


def methods() -> str:
    """Every method of the Bot API is on one of two lists."""
    schema = load()
    known = sorted(schema.methods)
    done = [name for name in known if name in HANDLERS]
    missing = [name for name in known if name not in HANDLERS]
    return (
        f"## Methods\n\nBot API {schema.version.removeprefix('Bot API ')} has {len(known)} methods. "
        f"{len(done)} are emulated:\n\n{grid(done)}\n"
        f"{len(missing)} answer 404 `{NO_METHOD}`, as does any other name:\n\n{grid(missing)}"
    )


def routes() -> list[str]:
    app = web.Application()
    add_control(app)
    found = [(route.method, route.resource.canonical) for route in app.router.routes() if route.resource]
    return [f"{verb} {path}" for verb, path in found if verb != "HEAD"]


def table(left: str, right: str, rows: Iterable[tuple[str, str]]) -> str:
    body = "".join(f"| {_code(one)} | {other} |\n" for one, other in rows)
    return f"| {left} | {right} |\n|---|---|\n{body}"


def _code(cell: str) -> str:
    return cell if cell.startswith("`") else f"`{cell}`"


def grid(names: list[str]) -> str:
    cells = [f"`{name}`" for name in names]
    cells += [""] * (-len(cells) % COLUMNS)
    rows = [cells[at : at + COLUMNS] for at in range(0, len(cells), COLUMNS)]
    head = "| " * COLUMNS + "|\n" + "|---" * COLUMNS + "|\n"
    return head + "".join("| " + " | ".join(row) + " |\n" for row in rows)


def main() -> None:
    TARGET.write_text(render(), encoding="utf-8")


if __name__ == "__main__":
    main()
