"""The board: three categories, lists with the latest first, and searching."""

from core.disclosure.model import Category, span_args
from core.disclosure.queries import NewsRow
from core.shared.clock import local_day
from core.shared.ids import ItemId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import is_blank, utf16_len
from dialogs.carried import landed_here
from dialogs.content import on_one_line
from dialogs.disclosure.door import board_of, open_board, units_of
from dialogs.incoming import Incoming
from dialogs.offer.pages import offer_free_text, take_free_text
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.start import open_home
from dialogs.states import DisclosureSG
from dialogs.urgent import warn_if_urgent

ROWS = 6
"""Items of a list in one window."""
MAX_QUERY = 40
"""UTF-16 units. Longer words look for nothing: they are something to say."""
CATEGORY, PAGE_NO, WORDS = "category", "page", "words"


async def board_page(visit: Visit) -> Page:
    unit = await board_of(visit)
    counts = await visit.use.disclosure.reader.counts(await units_of(visit))
    choices = [
        Choice(category.value, "news-category-row", _list(category), _counted(visit, category, counts[category]))
        for category in Category
        if category in counts
    ]
    if counts:
        choices.append(Choice("all", "button-news-all", _list(None)))
        choices.append(_SEARCH)
    body = MessageSpec("news-board" if counts else "news-board-empty", {"unit": unit.name})
    return Page(body, [*choices, MENU], typed_search if counts else take_free_text, sorts=True, unseen=[_MENU_TOO])


def _counted(visit: Visit, category: Category, count: int) -> dict[str, Arg]:
    return {"category": visit.speech.plain(f"news-category-{category}"), "count": count}


async def list_page(visit: Visit) -> Page:
    category, at = visit.data.get(CATEGORY, ""), int(visit.data.get(PAGE_NO, 0))
    reader, units = visit.use.disclosure.reader, await units_of(visit)
    rows = await reader.rows(units, Category(category) if category else None, offset=at * ROWS, limit=ROWS + 1)
    choices = [row_choice(visit, row) for row in rows[:ROWS]]
    if len(rows) > ROWS:
        choices.append(Choice("older", "button-news-older", _turn(1)))
    if at:
        choices.append(Choice("newer", "button-news-newer", _turn(-1)))
    args: dict[str, Arg] = {"category": Term(f"news-category-{category or 'all'}"), "page": at + 1}
    return Page(MessageSpec("news-list", args), [*choices, _BOARD, MENU], typed_search, sorts=True)


def row_choice(visit: Visit, row: NewsRow) -> Choice:
    args: dict[str, Arg] = {
        "title": on_one_line(row.title, 24),
        "day": local_day(row.published_at, visit.use.clock.zone),
        "corrected": "yes" if row.n > 1 else "no",
        **span_args(row.span),
    }
    return Choice(row.id, "news-row", to_item(row.id), args, names=(row.number,))


def to_item(item_id: ItemId) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({"item": item_id, "n": 0, "piece": 0})
        await visit.goto(DisclosureSG.item)

    return go


async def search_page(_visit: Visit) -> Page:
    return Page(MessageSpec("news-search"), [_BOARD, MENU], typed_search, numbered=False, sorts=True)


async def found_page(visit: Visit) -> Page:
    words = str(visit.data.get(WORDS) or visit.start_data.get("words", ""))
    rows, exactly = await visit.use.disclosure.search(await units_of(visit), words)
    key = "news-found" if rows and exactly else "news-found-some" if rows else "news-found-none"
    body = MessageSpec(key, {"words": on_one_line(words, MAX_QUERY), "count": len(rows)})
    choices = [row_choice(visit, row) for row in rows]
    if not rows and not landed_here(visit):  # there the way back is the same
        choices.append(Choice("write", "button-news-write", _write_instead))
    return Page(body, [*choices, _SEARCH, _BOARD, MENU], typed_search, sorts=True)


async def typed_search(visit: Visit, incoming: Incoming) -> None:
    """Few words look for something; whatever is longer, or has a file, is something to say."""
    text = incoming.text
    if not incoming.is_plain or is_blank(text) or utf16_len(text) > MAX_QUERY or incoming.origin:
        await take_free_text(visit, incoming)
        return
    await warn_if_urgent(visit, incoming)
    visit.data[WORDS] = text
    await visit.goto(DisclosureSG.found)


async def _write_instead(visit: Visit) -> None:
    """What was typed to be found is what they want to say after all."""
    words = str(visit.data.get(WORDS) or visit.start_data.get("words", ""))
    await offer_free_text(visit, Incoming(words))


def _list(category: Category | None) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({CATEGORY: category.value if category else "", PAGE_NO: 0})
        await visit.goto(DisclosureSG.list)

    return go


def _turn(by: int) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[PAGE_NO] = max(0, int(visit.data.get(PAGE_NO, 0)) + by)
        await visit.goto(DisclosureSG.list)

    return go


async def to_board(visit: Visit) -> None:
    await open_board(visit, visit.start_data.get("unit", ""))


async def _search(visit: Visit) -> None:
    await visit.goto(DisclosureSG.search)


_SEARCH = Choice("search", "button-news-search", _search)
_BOARD = Choice("board", "button-news-board", to_board, also="names-back")
MENU = Choice("menu", "button-menu", open_home, also="names-menu")
_MENU_TOO = Choice("menu", "button-menu", open_home, also="names-back")
