"""Keys of the rota and its neighbours that are put together at run time: see tests/static/test_locales.py."""

from bot.directory_file import FIELDS
from core.directory.messages import SHOWN
from core.directory.model import TEXTS, OfficeKind
from core.petitions.major import SAID_OF
from core.volunteers.for_cases import When
from core.volunteers.model import CallState, Reply, Skill, Times


def of_duty() -> dict[str, set[str]]:
    return {
        "duty": {f"duty-problem-{what}" for what in ("day", "person", "nobody", "many")}
        | {f"weekday-{number}" for number in range(1, 8)},
        "office": {f"office-{name}" for name in SHOWN}
        | {f"office-kind-{kind}" for kind in OfficeKind}
        | {f"names-office-{name}" for name in (*TEXTS[1:], "kind")},
        "volunteers": {f"skill-{each}" for each in Skill}
        | {f"times-{each}" for each in Times}
        | {f"call-is-{each}" for each in CallState if each is not CallState.DROPPED}
        | {f"volunteer-said-{each}" for each in (Reply.YES, Reply.NO)}
        | {f"helpers-when-{each}" for each in When}
        | {f"{key}-case" for key in ("volunteer-call", "volunteer-thanks", "volunteer-not-needed", "call-look", "call")}
        | {f"volunteers-rate-{name}" for name in ("residents", "party", "units")},
        "upward": {f"upward-did-{event}" for event in SAID_OF},
        "directory file": {f"cli-who-field-{word}" for word in FIELDS}
        | {f"cli-who-{key}" for key in ("no-yaml", "unreadable", "unknown", "unknown-near", "twice", "file")}
        | {f"cli-who-office-{key}" for key in ("name", "phone", "mobile", "long")},
    }
