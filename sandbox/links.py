import re

_TG = re.compile(r"(?:tg|ton):(?://)?(?P<host>[A-Za-z0-9_.\-]+)(?P<rest>[/?#].*)?", re.IGNORECASE | re.DOTALL)
_PROTOCOL = re.compile(r"(?P<protocol>[A-Za-z][A-Za-z0-9+.\-]*)://")
_PORT = re.compile(r":(?P<port>[^:\]]*)$")
_USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(?P<id>[0-9]+)", re.IGNORECASE)
_EMOJI = re.compile(r"tg:(?://)?emoji/?\?(?:[^#]*&)?id=(?P<id>[0-9]*)", re.IGNORECASE)
_TIME = re.compile(r"tg:(?://)?time/?\?(?P<query>[^#]*)", re.IGNORECASE)
_BAD_HOST = re.compile(r"[\x00-\x20\x7f<>\"`{}|^\\%]")


def checked(url: str, *, https_only: bool = False) -> str:
    """Give the address in Telegram's normal form; ValueError carries Telegram's reason."""
    url = url.strip()
    if (special := _TG.fullmatch(url)) is not None:
        if https_only:
            raise ValueError("Only HTTPS links are allowed")
        scheme = url.partition(":")[0].lower()
        return f"{scheme}://{special['host'].lower()}{special['rest'] or ''}"
    protocol, host, rest = _split(url)
    if https_only and protocol != "https":
        raise ValueError("Only HTTPS links are allowed")
    if "." not in host and not host.startswith("["):
        raise ValueError("Wrong HTTP URL")
    return f"{protocol}://{host}{rest}"


def _split(url: str) -> tuple[str, str, str]:
    named = _PROTOCOL.match(url)
    protocol = named["protocol"].lower() if named is not None else "http"
    if protocol not in {"http", "https"}:
        raise ValueError("Unsupported URL protocol")
    left = url[named.end() :] if named is not None else url
    cut = min((found for found in map(left.find, "/?#") if found >= 0), default=len(left))
    host, rest = left[:cut], left[cut:]
    host = host.rpartition("@")[2]
    if (port := _PORT.search(host)) is not None and not _is_port(port["port"]):
        raise ValueError("Wrong port number specified in the URL")
    if not host or host.startswith(":"):
        raise ValueError("URL host is empty")
    if _BAD_HOST.search(host) is not None:
        raise ValueError("Disallowed character in URL host")
    return protocol, host.lower(), rest if rest.startswith("/") else f"/{rest}"


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 65536


def link_entity(url: str) -> dict[str, object] | None:
    """Fields of the entity a formatted link becomes; None for a link Telegram silently drops."""
    if (user := _USER.match(url)) is not None:
        return {"type": "text_mention", "user": {"id": int(user["id"])}}
    try:
        return {"type": "text_link", "url": checked(url)}
    except ValueError:
        return None


def custom_emoji_id(url: str) -> str:
    if (emoji := _EMOJI.match(url)) is None:
        raise ValueError("Custom emoji entity must contain a tg://emoji URL")
    return emoji_number(emoji["id"])


def emoji_number(text: str) -> str:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < 2**63:
        raise ValueError("Invalid custom emoji identifier specified")
    return text


def date_time(url: str) -> dict[str, object] | None:
    if (time := _TIME.match(url)) is None:
        return None
    query = dict(part.partition("=")[::2] for part in time["query"].split("&"))
    return date_time_entity(query.get("unix", ""), query.get("format", ""))


def date_time_entity(unix: str, form: str) -> dict[str, object]:
    if not (unix.isascii() and unix.isdigit()) or int(unix) >= 2**31:
        raise ValueError("Invalid Unix time specified")
    entity: dict[str, object] = {"type": "date_time", "unix_time": int(unix)}
    if form:
        entity["date_time_format"] = form
    return entity
