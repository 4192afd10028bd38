"""What somebody writes behind `/queue`, read as a filter: the same names as the buttons have, in any language."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.petitions.categories import CATEGORIES, Categorise, Category, category_of
from core.petitions.model import Kind
from core.petitions.queue import AGES, KINDS_BY_PLACE, QueueFilter, Scope
from core.shared.text import fold
from dialogs.speech import Speech


@dataclass(frozen=True, slots=True)
class Read:
    wanted: QueueFilter
    unread: tuple[str, ...]
    """Words that could be nothing of the queue."""


async def read_filter(typed: str, speech: Speech, categorise: Categorise) -> Read:
    """Read each word as whose, what kind, about what or how old; of any other the router tells what it is about."""
    scopes, kinds, categories = _names(speech)
    ages = re.compile("|".join(speech.names("names-queue-days")))
    wanted, unread = QueueFilter(), list[str]()
    for word in unicodedata.normalize("NFKC", typed).split():
        name = fold(word)
        if name in scopes:
            wanted = replace(wanted, scope=scopes[name])
        elif name in kinds:
            wanted = replace(wanted, kind=kinds[name])
        elif name in categories:
            wanted = replace(wanted, category=categories[name])
        elif days := re.fullmatch(rf"(\d{{1,4}})(?:{ages.pattern})", word.casefold()):
            wanted = replace(wanted, age=max(age for age in AGES if age <= int(days[1])))
        elif category := category_of(await categorise(word)):
            wanted = replace(wanted, category=category)
        else:
            unread.append(word)
    return Read(wanted, tuple(unread))


def _names(speech: Speech) -> tuple[Mapping[str, Scope], Mapping[str, Kind], Mapping[str, Category]]:
    scopes = {fold(name): scope for scope in Scope for name in _listed(speech, f"names-queue-{scope.name.lower()}")}
    kinds = {
        fold(name): kind
        for kind in KINDS_BY_PLACE
        for name in [*speech.names(f"kind-{kind}"), *_listed(speech, f"names-kind-{kind}")]
    }
    categories = {fold(name): each for each in CATEGORIES for name in speech.names(f"category-{each}")}
    return scopes, kinds, categories


def _listed(speech: Speech, key: str) -> list[str]:
    return [name for names in speech.names(key) for name in names.split("|")]
