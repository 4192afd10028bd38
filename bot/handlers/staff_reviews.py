"""Cards in the chats that review: agree, or send back with a reason. What a press may do the use case decides."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_marks import LooksLikeCommand
from core.app import UseCases
from core.disclosure.messages import REASONS, review_code
from core.disclosure.model import State, Version
from core.disclosure.ports import Post, PostRole
from core.disclosure.usecases.review import Look
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, MessageId
from core.shared.messages import Term
from dialogs.speech import Speech


class ReviewCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in {Action.APPROVE, Action.REJECT} else False


class AnswersReview(Filter):
    """An answer to a message that asks for a reason; found by the message's id, never by its text."""

    async def __call__(self, message: Message, use_cases: UseCases) -> bool | dict[str, Post]:
        answered = message.reply_to_message
        if answered is None or answered.forum_topic_created is not None:
            return False
        post = await use_cases.disclosure.see.linked(ChatId(message.chat.id), MessageId(answered.message_id))
        return {"post": post} if post is not None and post.role is PostRole.REASON else False


async def review_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    message, use = callback.message, use_cases.disclosure
    subject, stage, *more = [*code.subject.split("."), ""][:4]
    look = Look.parse(subject, stage, code.version)
    markup: InlineKeyboardMarkup | None = None
    if code.action is Action.APPROVE:
        item, version = await use.publish(actor, look)
        key = "news-done-published" if version.state is State.PUBLISHED else "news-done-passed"
        html = speech.html(key, title=version.title, name=actor.name, number=item.number or "")
    elif more[0]:
        version = await use.reject(actor, look, Term(f"news-reason-{_reason(more[0])}"))
        html = speech.html("news-done-rejected", title=version.title, name=actor.name)
    else:
        asked_in = MessageId(message.message_id if message is not None else 0)
        version = await use.ask_reason(actor, look, asked_in)
        html = speech.html("news-review-reason", title=version.title)
        markup = _reasons(version, speech)
    await callback.answer()
    if isinstance(message, Message):
        await message.edit_text(html, reply_markup=markup)


def _reason(number: str) -> str:
    if not number.isdecimal() or int(number) >= len(REASONS):
        raise NotFoundError("news-unknown")  # forged
    return REASONS[int(number)]


def _reasons(version: Version, speech: Speech) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(
                text=speech.plain(f"news-reason-{reason}"),
                callback_data=review_code(Action.REJECT, version, f".{number}"),
            )
        ]
        for number, reason in enumerate(REASONS)
    ]
    agree = InlineKeyboardButton(
        text=speech.plain("button-news-approve"), callback_data=review_code(Action.APPROVE, version)
    )
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [agree]])


async def reason_said(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, post: Post) -> None:
    """Send back with the reason in a reviewer's own words."""
    stage, _, seen_round = post.detail.partition(".")
    look = Look.parse(post.version_id, stage, int(seen_round))
    version = await use_cases.disclosure.reject(actor, look, message.text or message.caption or "")
    answered = message.reply_to_message
    if answered is not None:
        await answered.edit_text(speech.html("news-done-rejected", title=version.title, name=actor.name))


def build_staff_reviews_router() -> Router:
    router = Router(name="staff-reviews")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(reason_said, ~LooksLikeCommand(), IsStaff(), AnswersReview())
    router.callback_query.register(review_pressed, ReviewCode(), IsStaff())
    return router
