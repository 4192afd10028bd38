"""Where the fake keeps what was sent: cards, topics, and the messages that answers may point to."""

from dataclasses import replace
from typing import Any

from core.petitions.places import CardPlace
from core.shared.ids import ChatId
from core.shared.link_roles import LinkRole
from core.shared.outbox import Operation, OutboxItem, Sent
from tests.fakes.database import Link, Tables


def record_place(tables: Tables, item: OutboxItem, sent: Sent) -> None:
    if item.operation is Operation.CARD:
        record_card(tables, item, sent)
    elif item.operation is Operation.PROGRESS and item.campaign_id is not None:
        known = tables.campaigns[item.campaign_id]
        tables.campaigns[known.id] = replace(known, chat_id=sent.chat_id, message_id=sent.message_id)
    elif item.role is not None:
        _link(tables, item, sent, item.role)


def record_card(tables: Tables, item: OutboxItem, sent: Sent) -> None:
    if item.petition_id is not None:
        topic = {} if sent.thread_id is None else {"thread_id": sent.thread_id}
        put_card(tables, item, sent.chat_id, message_id=sent.message_id, **topic)
        tables.rendered[item.petition_id, sent.chat_id] = sent.version
        _link(tables, item, sent, LinkRole.CARD)


def _link(tables: Tables, item: OutboxItem, sent: Sent, role: LinkRole) -> None:
    if item.petition_id is not None:
        message = None if role is LinkRole.CARD else item.case_message_id
        link = Link(petition_id=item.petition_id, role=role, case_message_id=message)
        for message_id in (*sent.also, sent.message_id):
            tables.links.setdefault((sent.chat_id, message_id), link)


def put_card(tables: Tables, item: OutboxItem, chat_id: ChatId, **changes: Any) -> None:
    if item.petition_id is not None:
        place = tables.cards.get((item.petition_id, chat_id)) or CardPlace(
            petition_id=item.petition_id, chat_id=chat_id
        )
        tables.cards[item.petition_id, chat_id] = replace(place, **changes)
