"""One item: what it says, page by page, its files and older versions, answers to questions, and one's own question."""

from core.disclosure.model import Version, span_args
from core.disclosure.queries import ItemView
from core.disclosure.reading import PAGE, pages_of
from core.petitions.draft import Draft
from core.petitions.model import Kind
from core.shared.clock import local_day
from core.shared.ids import ItemId
from core.shared.marks import split_marked
from core.shared.messages import Arg, MediaRef, MessageSpec, Term
from dialogs.disclosure.board import MENU, to_board
from dialogs.menu.pages import go_on_writing
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.states import DisclosureSG, PetitionSG

N, PIECE_NO = "n", "piece"


async def item_page(visit: Visit) -> Page:
    view = await _view(visit)
    version = _version(visit, view)
    pieces = _pieces(version, view if version.n == view.item.current else None)
    at = min(max(int(visit.data.get(PIECE_NO, 0)), 0), len(pieces) - 1)
    lines = _head(visit, view, version)
    if len(pieces) > 1:
        lines.append(MessageSpec("news-item-piece", {"index": at + 1, "count": len(pieces)}))
    if at == 0 and view.answers and version.n == view.item.current:
        lines.append(MessageSpec("news-item-answered", {"count": len(view.answers)}))
    args: dict[str, Arg] = {
        "title": version.title,
        "category": Term(f"news-category-{view.item.category}"),
        **span_args(view.item.span),
    }
    body = MessageSpec("news-item", args, more=[*lines, pieces[at]])
    return Page(body, _choices(view, version, at, len(pieces)), take_free_text, sorts=True)


def _head(visit: Visit, view: ItemView, version: Version) -> list[MessageSpec]:
    zone, item = visit.use.clock.zone, view.item
    shown = version.published_at or version.made_at
    args: dict[str, Arg] = {"number": item.number or "", "unit": view.unit_name, "day": local_day(shown, zone)}
    lines = [MessageSpec("news-item-published", args)]
    if version.n != item.current:
        lines.append(MessageSpec("news-item-old", {"n": version.n}))
    elif version.n > 1:
        lines.append(MessageSpec("news-item-corrected", {"n": version.n}))
    today = local_day(visit.use.clock.now(), zone)
    if item.on_board(today) and item.board_until is not None:
        lines.append(MessageSpec("news-item-until", {"day": item.board_until}))
    else:
        lines.append(MessageSpec("news-item-archived"))
    return lines


def _pieces(version: Version, view: ItemView | None) -> list[MessageSpec]:
    """Return what one window shows at a time: the content, then an answer each."""
    pages = [MessageSpec("news-item-text", {"text": page.simplest}) for page in pages_of(version)]
    for answer in view.answers if view is not None else ():
        pages += [
            MessageSpec("news-item-answer", {"day": answer.at, "unit": answer.unit_name, "text": piece.simplest})
            for piece in split_marked(answer.words, PAGE)
        ]
    return pages


def _choices(view: ItemView, version: Version, at: int, count: int) -> list[Choice]:
    choices: list[Choice] = []
    if at + 1 < count:
        choices.append(Choice("next", "button-news-on", _turn(at + 1)))
    if at:
        choices.append(Choice("before", "button-news-before", _turn(at - 1)))
    choices += [
        Choice(f"file-{number}", "button-news-file", _file(number), {"name": _name(file, number)})
        for number, file in enumerate(version.files, 1)
    ]
    if version.n == view.item.current:
        choices.append(Choice("ask", "button-news-ask", ask))
    else:
        choices.append(Choice("now", "button-news-now", _to_version(0)))
    if len(view.versions) > 1:
        choices.append(Choice("versions", "button-news-versions", _versions, {"count": len(view.versions)}))
    return [*choices, Choice("board", "button-news-board", to_board, also="names-back"), MENU]


def _name(file: MediaRef, number: int) -> str:
    return file.name or f"#{number}"


async def versions_page(visit: Visit) -> Page:
    view = await _view(visit)
    zone = visit.use.clock.zone
    choices = [
        Choice(
            f"v{version.n}",
            "news-version-row",
            _to_version(version.n),
            {"n": version.n, "day": local_day(version.published_at or version.made_at, zone)},
        )
        for version in reversed(view.versions)
    ]
    back = Choice("back", "button-back", _to_version(0), also="names-back")
    body = MessageSpec("news-versions", {"title": view.versions[-1].title, "number": view.item.number or ""})
    return Page(body, [*choices, back, MENU], take_free_text, sorts=True)


async def ask(visit: Visit) -> None:
    """Begin a question about the item; what is being written already is not thrown away."""
    view = await _view(visit)
    before = await visit.draft()
    if before is not None and not before.empty:
        visit.flash("news-ask-later")
        await go_on_writing(visit)
        return
    name = f"{view.item.number} {view.versions[-1].title}"
    await visit.keep(Draft(id=visit.use.ids.new(), kind=Kind.COMPLAINT, about=view.item.id, about_name=name))
    visit.flash("news-ask-begins", title=view.versions[-1].title)
    await visit.begin(PetitionSG.text)


def _file(number: int) -> Go:
    async def go(visit: Visit) -> None:
        view = await _view(visit)
        files = _version(visit, view).files
        if number <= len(files):
            await visit.send_file(files[number - 1])

    return go


def _turn(to: int) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[PIECE_NO] = to
        await visit.goto(DisclosureSG.item)

    return go


def _to_version(n: int) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({N: n, PIECE_NO: 0})
        await visit.goto(DisclosureSG.item)

    return go


async def _versions(visit: Visit) -> None:
    await visit.goto(DisclosureSG.versions)


async def _view(visit: Visit) -> ItemView:
    item = visit.data.get("item") or visit.start_data.get("item", "")
    return await visit.use.disclosure.reader.view(ItemId(str(item)))


def _version(visit: Visit, view: ItemView) -> Version:
    """Return the version that is looked at: the one that counts, unless another was chosen."""
    n = int(visit.data.get(N, 0)) or view.item.current
    return next((version for version in view.versions if version.n == n), view.versions[-1])
