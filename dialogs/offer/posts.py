"""Posts of channels and bots, and bare links, outside of any dialog: asked about once, and no petition by themselves.

Inside a petition a forwarded message is evidence like any other, and so is what was forwarded from a person.
"""

import hashlib
from dataclasses import replace

from aiogram_dialog import ShowMode

from core.shared.messages import MessageSpec
from core.shared.tries import POSTS, SAME_POST
from dialogs.content import brief
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit
from dialogs.petition.drafting import current_words, drop_words, keep_free_text
from dialogs.states import MenuSG, OfferSG

SHOWN = 300
"""UTF-16 units of the posts that are shown."""


def is_post(incoming: Incoming) -> bool:
    return incoming.post or incoming.mere_link


async def take_post(visit: Visit, incoming: Incoming) -> bool:
    """Keep a post and ask whether it is to be reported; False, and nothing is done, if earlier words wait besides.

    The same one from the same person is answered once a day.
    """
    here = visit.manager.has_context() and visit.manager.current_context().state == OfferSG.post
    if not here and not (await current_words(visit)).untouched:
        return False
    who, tries = visit.actor.telegram_id, visit.use.tries
    same = replace(SAME_POST, name=f"{SAME_POST.name}:{_print(incoming)}")
    if tries.used_up(same, who):
        if here:
            visit.manager.show_mode = ShowMode.NO_UPDATE  # what was asked stands there
        else:
            await visit.begin(MenuSG.main)
        return True
    tries.count(same, who)
    if tries.used_up(POSTS, who):
        visit.flash(POSTS.text)
        if not here:
            await visit.begin(MenuSG.main)
        return True
    tries.count(POSTS, who)
    if problem := await keep_free_text(visit, incoming):
        visit.flash(problem)
    if not here:
        await visit.begin(OfferSG.post)
    return True


def _print(incoming: Incoming) -> str:
    """Tell the same content again without keeping it."""
    what = "\n".join([incoming.text, *(file.unique_id or file.file_id for file in incoming.files)])
    return hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def post_body(text: str) -> MessageSpec:
    return MessageSpec("post-asked", {"text": brief(text, SHOWN)})


async def _report(visit: Visit) -> None:
    await visit.goto(OfferSG.ask)


async def _no(visit: Visit) -> None:
    await drop_words(visit)
    visit.flash("post-dropped")
    await visit.begin(MenuSG.main)


REPORT = Choice("report", "button-post-report", _report, also=("names-yes", "names-send"))
NOT_THIS = Choice("not-this", "button-post-no", _no, also=("names-no", "names-rather-not", "names-discard"))


async def post_page(visit: Visit) -> Page:
    words = await current_words(visit)
    if words.empty:
        return Page(MessageSpec("offer-nothing"), [MENU], _more)
    return Page(post_body(words.text), [REPORT, NOT_THIS, MENU], _more)


async def _more(visit: Visit, incoming: Incoming) -> None:
    """Further posts are kept beside the first; own words are what is to be said about them."""
    if is_post(incoming):
        await take_post(visit, incoming)
        return
    if problem := await keep_free_text(visit, incoming):
        visit.flash(problem)
    await visit.begin(OfferSG.ask)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


MENU = Choice("menu", "button-later", _menu, also=("names-menu", "names-back"))
