"""Make the zh-TW catalogue from zh-CN: OpenCC over the texts only, then the overrides.

Run as `python -m locales.make_zh_tw`; a test checks that what is committed is what this makes.
"""

from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast, visitor

from locales.catalogue import ROOT

OVERRIDES = ROOT / "zh-TW.overrides.ftl"
TERMS = ROOT / "zh-TW.terms.tsv"


class _Convert(visitor.Transformer):
    """Changes texts; keys, variables, markup and literals stay."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - the library's naming
        node.value = _converter()(node.value)
        return node


def _converter() -> "_Opencc":
    return _Opencc.shared()


class _Opencc:
    def __init__(self) -> None:
        from opencc import OpenCC  # noqa: PLC0415 - only this generator needs it here

        self._convert = OpenCC("s2twp").convert

    def __call__(self, text: str) -> str:
        converted = str(self._convert(text))
        for wrong, right in _terms():
            converted = converted.replace(wrong, right)
        return converted

    @staticmethod
    @cache
    def shared() -> "_Opencc":
        return _Opencc()


@cache
def _terms() -> tuple[tuple[str, str], ...]:
    """Return words OpenCC's phrase table gets wrong for a residents' committee, with what they should be."""
    rows = (line.split("\t") for line in TERMS.read_text(encoding="utf-8").splitlines() if line)
    return tuple((row[0], row[1]) for row in rows)


def made(source: Path) -> str:
    """Return the zh-TW text of one zh-CN file."""
    parser = FluentParser(with_spans=False)
    overrides = {
        entry.id.name: entry
        for entry in parser.parse(OVERRIDES.read_text(encoding="utf-8")).body
        if isinstance(entry, ast.Message)
    }
    resource = parser.parse(source.read_text(encoding="utf-8"))
    _Convert().visit(resource)
    entries = [overrides.get(entry.id.name, entry) for entry in resource.body if isinstance(entry, ast.Message)]
    for entry in entries:
        entry.comment = None  # comments speak to the editors of zh-CN
    resource.body = [*entries]
    text = FluentSerializer().serialize(resource)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def main() -> None:
    for source in sorted((ROOT / "zh-CN").glob("*.ftl")):
        (ROOT / "zh-TW" / source.name).write_text(made(source), encoding="utf-8")


if __name__ == "__main__":
    main()
