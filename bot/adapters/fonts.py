"""The font we bring along: what is drawn looks alike on every machine."""

from pathlib import Path

FONT = Path(__file__).parents[1] / "fonts" / "NotoSansSC-Regular.subset.ttf"
