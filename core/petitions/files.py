"""Documents that could do harm on the desk's computer, by their names and what Telegram calls them."""

_PROGRAMS = "apk app bat bin chm cmd com cpl crx deb dll dmg elf exe gadget hta inf ins ipa iso jar js jse"
_MORE = "lnk msc msi msp pif pkg ps1 reg rpm run scf scr sh sys url vb vbe vbs ws wsf wsh xpi"
_PAGES = "htm html mht mhtml svg xhtml"
DANGEROUS = frozenset(f"{_PROGRAMS} {_MORE} {_PAGES}".split(" "))
"""Endings of programs, and of pages that can be one: nobody needs them to say what is wrong."""
_ARCHIVES = "7z ace arj bz2 cab gz lz rar tar tgz xz zip zipx"
_WITH_MACROS = "docm dotm pptm xlam xlsb xlsm"
RISKY = frozenset(f"{_ARCHIVES} {_WITH_MACROS}".split(" "))
"""Endings of what may have such a thing inside: taken, and the staff are warned by its name."""
PROGRAMS = frozenset(
    {
        "application/vnd.android.package-archive",
        "application/vnd.microsoft.portable-executable",
        "application/x-msdos-program",
        "application/x-msdownload",
        "application/x-sh",
        "application/xhtml+xml",
        "text/html",
        "text/javascript",
    }
)
"""What Telegram calls them where the name does not say so."""


def _ending(name: str) -> str:
    stem, dot, ending = name.rstrip(". ").rpartition(".")
    return ending.casefold() if dot and stem else ""


def is_dangerous(name: str, mime: str = "") -> bool:
    """Tell whether a document is a program or a page; `name` is what is seen of it."""
    return _ending(name) in DANGEROUS or mime.casefold() in PROGRAMS


def is_risky(name: str) -> bool:
    """Tell whether a document may have a program inside."""
    return _ending(name) in RISKY
