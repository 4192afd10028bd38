"""QR codes that a telephone reads off a terminal: dark on light whatever the terminal's colours are."""

import sys
from itertools import zip_longest

import segno
import typer

_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
_COLOURS, _PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
_EDGE = 2


def show_link(link: str) -> None:
    """Print `link`, above it its QR code where somebody looks at the terminal who could scan it."""
    if sys.stdout.isatty() and can_draw():
        typer.echo()
        for line in drawn(link):
            typer.echo(f"  {_COLOURS}{line}{_PLAIN}")
        typer.echo()
    typer.echo(f"  {link}")
    typer.echo()


def can_draw() -> bool:
    try:
        "▀▄█".encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True


def drawn(link: str) -> list[str]:
    """Return the lines of the code, two rows of it in each; at most 45 columns for the links we have."""
    code = segno.make(link, error="l", micro=False, boost_error=False)
    rows = [[int(dark) for dark in row] for row in code.matrix_iter(border=_EDGE)]
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=[0] * len(rows[0]))
    return ["".join(_HALVES[pair] for pair in zip(above, below, strict=True)) for above, below in pairs]
