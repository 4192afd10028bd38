"""A case's place in a staff chat: its topic, its card, and what is mended when people delete them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from telegram.error import BadRequest

from core.people.queries import LanguageReader
from core.petitions.asking import ASKED
from core.petitions.card import render_card, topic_name
from core.petitions.masking import masked_spec
from core.petitions.messages import CONTENT, case_content
from core.petitions.parts import as_album, gathered
from core.petitions.queries import CardReader, CardView, PromptReader
from core.shared.ids import BlobId, MessageId, ThreadId
from core.shared.language import Language
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, OutboxQueue, Sent
from delivery import retry
from delivery.lease import Lease
from delivery.pieces import TEXT_LIMIT, split_html
from delivery.sender import Manner, Sender, Target
from locales.render import Rendered, Renderer

_SMALLEST = 500


class CaseUnknownError(Exception):
    """A card was asked for where the case has none."""


class NotAwaitedError(Exception):
    """A prompt came to its turn when nobody waited for it any more."""


@dataclass(slots=True, kw_only=True)
class Job:
    """One row on its way, and what was learnt while trying."""

    row: ClaimedItem
    lease: Lease
    manner: Manner = field(default_factory=Manner)
    without_reply: bool = False
    without_topic: bool = False
    target: Target | None = None
    answers_card: bool = False
    copy: BlobId | None = None
    """Our own copy, to be sent in place of a file Telegram has forgotten."""
    without_file: bool = False
    in_words: bool = False
    """Say `spec` where a sign was to be put."""

    @property
    def item(self) -> OutboxItem:
        return self.row.item

    @property
    def spec(self) -> MessageSpec | None:
        """What is to be said, as far as it can be."""
        spec = self.item.spec
        if spec is None or spec.media is None:
            return spec
        if self.without_file:
            return replace(spec, media=None, more=[*spec.more, MessageSpec("file-lost")])
        return spec if self.copy is None else replace(spec, media=replace(spec.media, blob=self.copy, file_id=""))


class CaseDesk:
    """Before anything is said about a case in a chat, its topic and its card stand there."""

    def __init__(
        self,
        queue: OutboxQueue,
        cards: CardReader,
        prompts: PromptReader,
        languages: LanguageReader,
        renderer: Renderer,
        sender: Sender,
    ) -> None:
        self._queue = queue
        self._cards = cards
        self._prompts = prompts
        self._languages = languages
        self._renderer = renderer
        self._sender = sender

    async def send(self, job: Job) -> Sent:
        """Send the row's spec where it belongs."""
        spec = None if job.spec is None else await self._shown(job.item, job.spec)
        if spec is None:
            raise CaseUnknownError
        if spec.force_reply and job.item.role in ASKED and not await self._prompts.awaits(job.item):
            raise NotAwaitedError
        job.target = await self._target(job)
        language = await self._languages.language_of(job.item.chat_id, spec.otherwise or Language.ZH_CN)
        return await self._sender.send(job.target, self._renderer.render(spec, language), job.manner, job.lease)

    async def send_album(self, job: Job) -> Sequence[Sent]:
        """Send the row with what goes with it where it belongs, all or nothing: an album, or words as one message."""
        job.target = await self._target(job)
        language = await self._languages.language_of(job.item.chat_id)
        said = [each.item.spec for each in job.row.whole if each.item.spec is not None]
        specs = [await self._shown(job.item, spec) for spec in said]
        if job.item.all_words:
            words = self._renderer.render(gathered(specs), language)
            return [await self._sender.send(job.target, words, job.manner, job.lease)] * len(specs)
        specs = as_album(specs)
        rendered = [self._renderer.render(spec, language) for spec in specs]
        return await self._sender.send_album(job.target, rendered, job.lease)

    async def draw(self, job: Job) -> Sent | None:
        """Make the card show what the database says now; None if there is none, and no need of one any more."""
        await self._queue.supersede_cards(job.row)
        view = await self._view(job)
        if view is None:
            raise CaseUnknownError
        if view.message_id is None:
            return None if view.elsewhere else await self._new_card(job, view)
        sent = self._sent(job, view, view.message_id, view.thread_id)
        try:
            await self._sender.edit(sent.chat_id, sent.message_id, self._card(view, job), job.lease)
        except BadRequest as error:
            if not isinstance(_meaning(error, job), retry.Done):
                raise
        return sent

    async def _shown(self, item: OutboxItem, spec: MessageSpec) -> MessageSpec:
        """Return what may be read in the row's chat: above the community people's words about a case are masked."""
        about_case = item.petition_id is not None and item.chat_id < 0
        return masked_spec(spec) if about_case and await self._cards.masks(item.chat_id) else spec

    async def _target(self, job: Job) -> Target:
        item = job.item
        # With `origin_chat`, `reply_to` names a message of that chat, not of this one.
        asked = item.reply_to if item.origin_chat is None and not job.without_reply else None
        target = Target(chat_id=item.chat_id, reply_to=asked)
        view = await self._view(job) if item.to_case else None
        if view is None:
            return replace(target, thread_id=None if job.without_topic else item.thread_id)
        thread, card = _thread(job, view), view.message_id
        if card is None:
            made = await self._new_card(job, view)
            await self._queue.set_card(job.row, made)
            thread, card = made.thread_id, made.message_id
        job.answers_card = asked is None and thread is None
        return replace(target, thread_id=thread, reply_to=MessageId(card) if job.answers_card else asked)

    async def _new_card(self, job: Job, view: CardView) -> Sent:
        thread = _thread(job, view)
        if view.is_forum and thread is None and not job.without_topic:
            thread = await self._create_topic(job, topic_name(view))
        view = replace(view, thread_id=thread)
        job.target = Target(chat_id=job.item.chat_id, thread_id=thread)
        sent = await self._sender.send(job.target, self._card(view, job), Manner(), job.lease)
        return self._sent(job, view, sent.message_id, thread)

    async def _create_topic(self, job: Job, name: str) -> ThreadId | None:
        """Return None where we may not: the card then stands in the group as if there were no topics."""
        try:
            thread = await self._sender.create_topic(job.item.chat_id, name, job.lease)
        except BadRequest as error:
            if not retry.lacks_rights(error):
                raise
            job.without_topic = True
            return None
        await self._queue.set_topic(job.row, thread)
        return thread

    async def _view(self, job: Job) -> CardView | None:
        if job.item.petition_id is None:
            return None
        return await self._cards.card(job.item.petition_id, job.item.chat_id)

    def _card(self, view: CardView, job: Job) -> Rendered:
        """Render the card as one message: it is a projection, what it leaves out stands in full below it."""
        spec = render_card(view, self._renderer.zone, self._renderer.today)
        if job.item.operation is Operation.CARD and view.message_id is None and job.item.spec is not None:
            spec = replace(spec, more=[*spec.more, job.item.spec, *job.item.spec.more])  # whom a new card calls
        rendered = self._renderer.render(spec, view.language)
        return replace(rendered, html=split_html(rendered.html, job.manner.text_limit)[0])

    def _sent(self, job: Job, view: CardView, message_id: int, thread_id: int | None) -> Sent:
        return Sent(
            chat_id=job.item.chat_id,
            message_id=MessageId(message_id),
            thread_id=None if thread_id is None else ThreadId(thread_id),
            version=view.petition.version,
        )

    async def mend(self, job: Job, repair: retry.Repair) -> bool:
        """Put right what was found wrong; False if nothing is left to try."""
        about_case = job.item.petition_id is not None
        match repair:
            case retry.TopicGone() if about_case and _in_its_topic(job) and not job.without_topic:
                await self._forget_topic(job)
            case retry.CardGone() if about_case:
                await self._queue.forget_card(job.row)
            case retry.ReplyGone() if job.answers_card:
                await self._queue.forget_card(job.row)
            case retry.ReactionRefused() if not job.in_words and job.item.spec is not None:
                job.in_words = True
            case retry.FileForgotten() if job.item.spec and job.item.spec.media and not job.without_file:
                await self._find_copy(job, job.item.spec.media)
            case retry.TopicClosed() if job.target and job.target.thread_id:
                await self._reopen(job, job.target.thread_id)
            case _:
                return _send_plainer(job, repair)
        return True

    async def _forget_topic(self, job: Job) -> None:
        """Text and files went with the topic: the card that is made anew says that they stand below it."""
        view, item = await self._view(job), job.item
        gone = job.target.thread_id if job.target else None
        if view is None or gone is None:
            return  # whatever it was, it was not said in the case's topic
        content = case_content(view.petition, item.chat_id, f"again{job.row.id}")
        waiting = {_part(key) for key in await self._queue.waiting(job.row) if key.startswith(CONTENT)}
        again = [part for part in content if _part(part.dedupe) not in waiting]  # those go into the new topic anyhow
        await self._queue.forget_topic(job.row, gone, again)

    async def _find_copy(self, job: Job, media: MediaRef) -> None:
        """The words go in any case, with a sentence about the file if nobody has it any more."""
        known = BlobId(media.blob) if media.blob else None
        copy = known or (await self._cards.kept_copy(media.file_id) if media.file_id else None)
        if job.copy is None and copy is not None and media.file_id:
            job.copy = copy
        else:
            job.without_file = True

    async def _reopen(self, job: Job, thread: ThreadId) -> None:
        try:
            await self._sender.reopen_topic(job.item.chat_id, thread, job.lease)
        except BadRequest as error:
            if not isinstance(_meaning(error, job), retry.Done):
                raise


def _part(dedupe: str) -> str:
    return dedupe.rpartition(":")[2]


def _in_its_topic(job: Job) -> bool:
    """Tell whether the row goes to its case's own topic; an answer to `/case` goes wherever it was asked."""
    return job.item.to_case or job.item.operation is Operation.CARD


def _thread(job: Job, view: CardView) -> ThreadId | None:
    usable = view.is_forum and not job.without_topic and view.thread_id is not None
    return ThreadId(view.thread_id) if usable and view.thread_id is not None else None


def _meaning(error: BadRequest, job: Job) -> retry.Decision:
    return retry.decide(error, chat_id=job.item.chat_id, attempts=job.row.attempts, row_id=job.row.id)


def _send_plainer(job: Job, repair: retry.Repair) -> bool:
    """Change how the row is sent; False if it is sent that way already."""
    manner = job.manner
    match repair:
        case retry.TopicGone() | retry.NoTopics() if not job.without_topic:
            job.without_topic = True
        case retry.ReplyGone() if not job.without_reply:
            job.without_reply = True
        case retry.MediaRefused() if not manner.as_document:
            job.manner = replace(manner, as_document=True)
        case retry.TooLong() if manner.text_limit > _SMALLEST:
            limit = TEXT_LIMIT // 2 if manner.text_limit == TEXT_LIMIT else manner.text_limit // 2
            job.manner = replace(manner, text_limit=limit, caption_limit=0)
        case _:
            return False
    return True
