"""From neutral rendering to Bot API calls. What one message cannot hold goes in several; nothing is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ParseMode, ReactionEmoji
from telegram.ext import ExtBot

from core.shared.blobs import BlobStore
from core.shared.ids import ChatId, MessageId, ThreadId
from core.shared.messages import MediaRef
from core.shared.outbox import Sent
from delivery.lease import Lease
from delivery.limiter import Allowance
from delivery.media import ExportMaker, album_parts, send_file
from delivery.pieces import CAPTION_LIMIT, TEXT_LIMIT, split_html, visible_len
from locales.render import Rendered

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_WITHOUT_CAPTION = {"location", "contact", "video_note", "sticker"}


class NothingToSendError(Exception):
    """Neither words nor file: the row was written wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a message goes."""

    chat_id: ChatId
    thread_id: ThreadId | None = None
    reply_to: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to send when the plain way was refused."""

    as_document: bool = False
    text_limit: int = TEXT_LIMIT
    caption_limit: int = CAPTION_LIMIT


@dataclass(frozen=True, slots=True)
class Shot:
    """One Telegram message: words, a file, or a file with its caption."""

    html: str
    media: MediaRef | None = None


def shots(rendered: Rendered, manner: Manner) -> list[Shot]:
    """Return the messages it takes. Words that do not fit under a file follow it; a place has them before it."""
    html, media = rendered.html, rendered.media
    words = [Shot(piece) for piece in split_html(html, manner.text_limit)] if html else []
    if media is None:
        return words
    captionable = manner.as_document or media.kind not in _WITHOUT_CAPTION
    if captionable and visible_len(html) <= manner.caption_limit:
        return [Shot(html, media)]
    return [Shot("", media), *words] if captionable else [*words, Shot("", media)]


class Sender:
    """Every call is allowed by the row's lease, anew each time."""

    def __init__(self, bot: ExtBot[Allowance], blobs: BlobStore, exports: ExportMaker | None = None) -> None:
        self._bot = bot
        self._blobs = blobs
        self._exports = exports

    async def send(self, target: Target, rendered: Rendered, manner: Manner, lease: Lease) -> Sent:
        """Send all of it; each answers `reply_to`, the last carries the buttons and the returned id."""
        plan = shots(rendered, manner)
        if not plan:
            raise NothingToSendError
        ids: list[MessageId] = []
        for number, shot in enumerate(plan):
            last = number == len(plan) - 1
            how: dict[str, Any] = {
                "chat_id": target.chat_id,
                "message_thread_id": target.thread_id,
                "reply_to_message_id": target.reply_to,
                "reply_markup": _markup(rendered) if last else None,
                **({"disable_notification": True} if rendered.quiet else {}),
            }
            message = await self._shoot(shot, manner, how, lease)
            ids.append(MessageId(message.message_id))
        return Sent(chat_id=target.chat_id, message_id=ids[-1], thread_id=target.thread_id, also=tuple(ids[:-1]))

    async def send_album(self, target: Target, rendered: Sequence[Rendered], lease: Lease) -> list[Sent]:
        """Send all of it in one request; raises as `album_parts` does."""
        parts = await album_parts(self._bot, self._blobs, [(part.html, part.media) for part in rendered])
        messages = await self._bot.send_media_group(
            chat_id=target.chat_id,
            media=parts,
            message_thread_id=target.thread_id,
            reply_to_message_id=target.reply_to,
            disable_notification=True if all(part.quiet for part in rendered) else None,
            rate_limit_args=lease.allowance(),
        )
        ids = [MessageId(message.message_id) for message in messages]
        return [Sent(chat_id=target.chat_id, message_id=each, thread_id=target.thread_id) for each in ids]

    async def _shoot(self, shot: Shot, manner: Manner, how: dict[str, Any], lease: Lease) -> Message:
        if shot.media is not None:
            words = {"caption": shot.html, "parse_mode": ParseMode.HTML} if shot.html else {}
            return await send_file(
                self._bot,
                self._blobs,
                shot.media,
                how | words,
                lease,
                as_document=manner.as_document,
                exports=self._exports,
            )
        return await self._bot.send_message(
            text=shot.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            rate_limit_args=lease.allowance(),
            **how,
        )

    async def edit(self, chat_id: ChatId, message_id: MessageId, rendered: Rendered, lease: Lease) -> None:
        await self._bot.edit_message_text(
            chat_id=chat_id,
            message_id=message_id,
            text=rendered.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_keyboard(rendered),
            rate_limit_args=lease.allowance(),
        )

    async def create_topic(self, chat_id: ChatId, name: str, lease: Lease) -> ThreadId:
        topic = await self._bot.create_forum_topic(chat_id, name, rate_limit_args=lease.allowance())
        return ThreadId(topic.message_thread_id)

    async def reopen_topic(self, chat_id: ChatId, thread_id: ThreadId, lease: Lease) -> None:
        await self._bot.reopen_forum_topic(chat_id, thread_id, rate_limit_args=lease.allowance())

    async def leave(self, chat_id: ChatId, lease: Lease) -> None:
        await self._bot.leave_chat(chat_id, rate_limit_args=lease.allowance())

    async def react(self, chat_id: ChatId, message_id: MessageId, lease: Lease) -> None:
        await self._bot.set_message_reaction(
            chat_id, message_id, ReactionEmoji.OK_HAND_SIGN, rate_limit_args=lease.allowance()
        )


def _markup(rendered: Rendered) -> InlineKeyboardMarkup | ForceReply | None:
    """A forced reply is asked of whom the text mentions, or whose message it answers, and of nobody else."""
    return ForceReply(selective=True) if rendered.force_reply else _keyboard(rendered)


def _keyboard(rendered: Rendered) -> InlineKeyboardMarkup | None:
    rows: Sequence[Sequence[InlineKeyboardButton]] = [
        [
            InlineKeyboardButton(b.text, url=b.url) if b.url else InlineKeyboardButton(b.text, callback_data=b.action)
            for b in row
        ]
        for row in rendered.buttons
        if row
    ]
    return InlineKeyboardMarkup(rows) if rows else None
