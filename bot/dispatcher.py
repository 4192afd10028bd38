"""aiogram, put together: middlewares, routers in the order they are asked, dialogs, errors."""

from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import Update
from aiogram_dialog import setup_dialogs

from bot.documents import spare_document
from bot.errors import register_errors
from bot.fsm_storage import StateFSMStorage
from bot.handlers.ballots import build_ballots_router
from bot.handlers.booking import build_booking_router
from bot.handlers.broadcast import build_broadcast_router
from bot.handlers.disclosure import build_disclosure_router
from bot.handlers.edits import build_edits_router
from bot.handlers.groups import build_groups_router
from bot.handlers.harmful import build_harmful_router
from bot.handlers.identity import build_identity_router
from bot.handlers.me import build_me_router
from bot.handlers.mediation import build_mediation_router
from bot.handlers.neighbours import build_neighbours_router
from bot.handlers.private import build_fallback_router, build_private_router
from bot.handlers.rating import build_rating_router
from bot.handlers.reports import build_reports_router
from bot.handlers.staff_answers import build_staff_answers_router
from bot.handlers.staff_ballots import build_staff_ballots_router
from bot.handlers.staff_blocks import build_staff_blocks_router
from bot.handlers.staff_broadcasts import build_staff_broadcasts_router
from bot.handlers.staff_cards import build_staff_cards_router
from bot.handlers.staff_clocks import build_staff_clocks_router
from bot.handlers.staff_commands import build_staff_commands_router
from bot.handlers.staff_days import build_staff_days_router
from bot.handlers.staff_duty import build_staff_duty_router
from bot.handlers.staff_figures import build_staff_figures_router
from bot.handlers.staff_find import build_staff_find_router
from bot.handlers.staff_flow import build_staff_flow_router
from bot.handlers.staff_guard import StaffGuard
from bot.handlers.staff_identity import build_staff_identity_router
from bot.handlers.staff_intake import build_staff_intake_router
from bot.handlers.staff_kinds import build_staff_kinds_router
from bot.handlers.staff_major import build_staff_major_router
from bot.handlers.staff_messages import build_staff_messages_router
from bot.handlers.staff_news import build_staff_news_router, build_staff_offers_router
from bot.handlers.staff_people import build_staff_people_router
from bot.handlers.staff_queue import build_staff_queue_router
from bot.handlers.staff_reviews import build_staff_reviews_router
from bot.handlers.staff_shifts import build_staff_shifts_router
from bot.handlers.staff_templates import build_staff_templates_router
from bot.handlers.staff_who import build_staff_who_router
from bot.handlers.together import build_together_router
from bot.handlers.volunteers import build_volunteers_router
from bot.handlers.who import build_who_router
from bot.handlers.why import build_why_router
from bot.membership import Membership
from bot.metrics import Metrics
from bot.middlewares.context import ContextMiddleware
from bot.middlewares.crowd import CrowdMiddleware
from bot.middlewares.handlers import HandlersMiddleware
from bot.middlewares.presses import PressesMiddleware
from bot.middlewares.windows import WindowsMiddleware
from bot.window_ids import use_unlike_ids
from core.app import UseCases
from core.shared.state import StateStore
from dialogs.ballots.pages import build_ballots_dialog
from dialogs.booking.pages import build_booking_dialog
from dialogs.broadcast.pages import build_broadcast_dialog
from dialogs.cases.pages import build_cases_dialog
from dialogs.crowd import CalmMessageManager
from dialogs.directory.pages import build_directory_dialog
from dialogs.disclosure.pages import build_disclosure_dialog
from dialogs.identity.pages import build_identity_dialog
from dialogs.me.pages import build_me_dialog
from dialogs.mediation.pages import build_mediation_dialog
from dialogs.menu.pages import build_menu_dialog
from dialogs.offer.pages import build_offer_dialog
from dialogs.onboarding.pages import build_onboarding_dialog
from dialogs.petition.pages import build_petition_dialog
from dialogs.reports.pages import build_report_dialog, build_review_dialog
from dialogs.together.pages import build_together_dialog
from dialogs.volunteers.pages import build_volunteers_dialog
from locales.render import Renderer


def build_dispatcher(
    use_cases: UseCases, renderer: Renderer, state: StateStore, membership: Membership, metrics: Metrics
) -> Dispatcher:
    isolated = DisabledEventIsolation()  # the inbox holds the whole conversation until its state is committed
    dispatcher = Dispatcher(storage=StateFSMStorage(state), events_isolation=isolated)
    dispatcher.update.outer_middleware(ContextMiddleware(use_cases, renderer))
    dispatcher.update.outer_middleware(PressesMiddleware())
    handlers = HandlersMiddleware(metrics)
    for observer in (dispatcher.message, dispatcher.callback_query, dispatcher.my_chat_member, dispatcher.chat_member):
        observer.middleware(handlers)
    guard = StaffGuard(membership)
    dispatcher.message.outer_middleware(guard)
    dispatcher.callback_query.outer_middleware(guard)
    dispatcher.include_routers(
        build_harmful_router(),
        build_edits_router(),
        build_groups_router(membership),
        build_staff_days_router(),
        build_reports_router(),
        build_staff_ballots_router(),
        build_staff_news_router(),
        build_staff_reviews_router(),
        build_staff_blocks_router(),
        build_staff_broadcasts_router(),
        build_staff_answers_router(),
        build_staff_templates_router(),
        build_staff_flow_router(),
        build_staff_kinds_router(),
        build_staff_identity_router(),
        build_staff_queue_router(),
        build_staff_find_router(),
        build_staff_figures_router(),
        build_staff_shifts_router(),
        build_staff_clocks_router(),
        build_staff_duty_router(),
        build_volunteers_router(),
        build_together_router(),
        build_mediation_router(),
        build_neighbours_router(),
        build_staff_major_router(),
        build_staff_who_router(),
        build_staff_people_router(),
        build_staff_intake_router(),
        build_staff_commands_router(),
        build_staff_messages_router(),
        build_staff_offers_router(),
        build_staff_cards_router(),
        build_booking_router(),
        build_ballots_router(),
        build_identity_router(),
        build_why_router(),
        build_disclosure_router(),
        build_broadcast_router(),
        build_me_router(),
        build_who_router(),
        build_rating_router(),
        build_private_router(),
        build_onboarding_dialog(),
        build_menu_dialog(),
        build_petition_dialog(),
        build_offer_dialog(),
        build_cases_dialog(),
        build_booking_dialog(),
        build_ballots_dialog(),
        build_disclosure_dialog(),
        build_broadcast_dialog(),
        build_me_dialog(),
        build_directory_dialog(),
        build_volunteers_dialog(),
        build_together_dialog(),
        build_mediation_dialog(),
        build_identity_dialog(),
        build_report_dialog(),
        build_review_dialog(),
        build_fallback_router(),
    )
    register_errors(dispatcher)
    use_unlike_ids()
    setup_dialogs(dispatcher, events_isolation=isolated, message_manager=CalmMessageManager())
    for middleware in (WindowsMiddleware(), CrowdMiddleware()):
        dispatcher.message.middleware(middleware)
        dispatcher.callback_query.middleware(middleware)
    return dispatcher


async def feed(dispatcher: Dispatcher, bot: Bot, payload: dict[str, Any], album_caption: str = "") -> None:
    """Let aiogram handle one raw update; errors nobody handles are raised to the inbox.

    An edited message passes as a message with an edition: guards, dialogs and errors are the same for both.
    `album_caption` is what is written under another part of the message's album.
    """
    edited = payload.get("edited_message")
    if edited is not None:
        payload = {"update_id": payload["update_id"], "message": edited}
    update = Update.model_validate(spare_document(payload), context={"bot": bot})
    edition = 0 if edited is None else update.update_id
    await dispatcher.feed_update(bot, update, edition=edition, album_caption=album_caption)
