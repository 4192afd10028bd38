"""What an edge may do and read about disclosures; built once in the composition root."""

from dataclasses import dataclass
from typing import TypedDict

from core.disclosure import usecases as use
from core.disclosure.ports import PaperIntake, SheetMaker
from core.disclosure.queries import DisclosureReader, NewsRow
from core.disclosure.reading import characters, words_in
from core.routing.ports import Tokenizer
from core.shared.blobs import BlobStore
from core.shared.clock import Clock
from core.shared.ids import IdSource, UnitId
from core.uow import UnitOfWorkFactory

FOUND = 20
"""Items a search shows at most."""
WORDS = 16
"""Words of a question that are looked for at most; a long letter is no search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchNews:
    reader: DisclosureReader
    tokenizer: Tokenizer

    async def __call__(self, units: list[UnitId], text: str) -> tuple[list[NewsRow], bool]:
        """Return what has all the words, the latest first, and True; else what has most of them first, and False."""
        cut = await words_in(self.tokenizer, text)
        words = [word for word in cut if len(word) > 1 or word.isdecimal()]  # one of a letter finds everything
        words = (words or cut)[:WORDS]
        if not words:
            return [], False
        if found := await self.reader.find(units, words, limit=FOUND):
            return [*found], True
        # Who writes it together where the item does not, or cuts a name in two, means it all the same.
        if found := await self.reader.find(units, characters(words), limit=FOUND):
            return [*found], False
        return [*await self.reader.find(units, words, every=False, limit=FOUND)], False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureUseCases:
    reader: DisclosureReader
    search: SearchNews
    begin: use.BeginDraft
    see: use.SeeDraft
    add: use.AddToDraft
    amend: use.AmendDraft
    choose: use.ChooseHead
    drop: use.DropDraft
    send: use.SendToReview
    take_back: use.TakeBack
    publish: use.PublishVersion
    ask_reason: use.AskReason
    reject: use.RejectVersion
    print_sheet: use.PrintSheet


class _Writing(TypedDict):
    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    papers: PaperIntake


def disclosure_use_cases(
    uow: UnitOfWorkFactory,
    reader: DisclosureReader,
    clock: Clock,
    ids: IdSource,
    blobs: BlobStore,
    *,
    papers: PaperIntake,
    sheets: SheetMaker,
    tokenizer: Tokenizer,
) -> DisclosureUseCases:
    writing: _Writing = {"uow": uow, "clock": clock, "ids": ids, "papers": papers}
    return DisclosureUseCases(
        reader=reader,
        search=SearchNews(reader=reader, tokenizer=tokenizer),
        begin=use.BeginDraft(**writing),
        see=use.SeeDraft(**writing),
        add=use.AddToDraft(**writing),
        amend=use.AmendDraft(**writing),
        choose=use.ChooseHead(**writing),
        drop=use.DropDraft(**writing),
        send=use.SendToReview(**writing),
        take_back=use.TakeBack(**writing),
        publish=use.PublishVersion(uow=uow, clock=clock, tokenizer=tokenizer),
        ask_reason=use.AskReason(uow=uow, clock=clock),
        reject=use.RejectVersion(uow=uow, clock=clock),
        print_sheet=use.PrintSheet(uow=uow, reader=reader, sheets=sheets, blobs=blobs),
    )
