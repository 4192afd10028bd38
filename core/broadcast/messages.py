"""What a broadcast says, to residents and about itself. Every function returns outbox items or specs."""

from collections.abc import Collection, Sequence

from core.broadcast.model import (
    TOLD_AT_ONCE,
    Campaign,
    CampaignKind,
    CampaignState,
    DigestLine,
    Progress,
    Recipient,
    Rhythm,
    Topic,
)
from core.shared.actions import Action, ActionCode
from core.shared.ids import CampaignId, ChatId, UnitId
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority

LINES = 8
"""Lines of one topic in a digest; of more it says how many there are."""
BUTTONS = [
    [
        Button("button-broadcast-change", ActionCode(Action.SUBSCRIPTION).pack()),
        Button("button-broadcast-stop", ActionCode(Action.STOP_BROADCASTS).pack()),
    ]
]


def told(campaign: Campaign, unit_name: str, above: Collection[UnitId], to: Recipient) -> OutboxItem | None:
    """Return what one person gets; None if nothing of it is for them. `above`: their unit and those above it.

    The key is the person's and the period's: whoever moves to another unit in between is not told twice.
    """
    lines = [line for line in campaign.content.lines if _concerns(campaign, line, above, to)]
    spec = spoken(campaign, unit_name, lines)
    if spec is None:
        return None
    return OutboxItem(
        dedupe=f"broadcast:{campaign.kind}:{campaign.period}:{to.choice.resident_id}",
        operation=Operation.SEND,
        chat_id=ChatId(to.telegram_id),
        priority=Priority.BRIEF if campaign.kind is CampaignKind.URGENT else Priority.BROADCAST,
        spec=spec,
        campaign_id=campaign.id,
    )


def _concerns(campaign: Campaign, line: DigestLine, above: Collection[UnitId], to: Recipient) -> bool:
    choice = to.choice
    if line.unit_id not in above or line.topic not in choice.topics:
        return False
    if campaign.kind is CampaignKind.ITEM:
        return choice.since <= campaign.made_at  # older than their wish to hear of it at once
    if choice.rhythm is not Rhythm.AT_ONCE or line.topic is not Topic.NEWS:
        return True
    # the rest they have been told already
    return line.at is not None and line.at < max(choice.since, campaign.made_at - TOLD_AT_ONCE)


def spoken(campaign: Campaign, unit_name: str, lines: Sequence[DigestLine]) -> MessageSpec | None:
    """Return what a campaign says, of its lines only these; None where it says nothing then."""
    content = campaign.content
    if campaign.kind in {CampaignKind.NOTICE, CampaignKind.URGENT}:
        return MessageSpec(f"broadcast-{campaign.kind}", {"unit": unit_name, "text": content.text}, buttons=BUTTONS)
    if not lines:
        return None
    if campaign.kind is CampaignKind.ITEM:
        more = [line.spec for line in lines]
        buttons = [*(row for line in lines for row in line.spec.buttons), *BUTTONS]
        return MessageSpec("broadcast-item", {"unit": unit_name}, more=more, buttons=buttons)
    more = []
    for topic in Topic:
        about = [line.spec for line in lines if line.topic is topic]
        if about:
            more += [MessageSpec(f"digest-topic-{topic}"), *about[:LINES]]
        if len(about) > LINES:
            more.append(MessageSpec("digest-more", {"count": len(about) - LINES}))
    return MessageSpec("digest", {"unit": unit_name, "weeks": content.weeks}, more=more, buttons=BUTTONS)


def tick(chosen: bool) -> Term:
    """Return the sign before something that is chosen, or nothing."""
    return Term("tick-yes" if chosen else "tick-no")


def drawn(campaign: Campaign, chat_id: ChatId) -> OutboxItem:
    """Return the drawing of a campaign's progress; what it shows is read when it is sent."""
    return OutboxItem(
        dedupe=f"progress:{campaign.id}:{campaign.drawings}",
        operation=Operation.PROGRESS,
        chat_id=chat_id,
        priority=Priority.EDIT,
        campaign_id=campaign.id,
    )


def progress_message(campaign: Campaign, unit_name: str, progress: Progress) -> MessageSpec:
    """Show how far a campaign is, with what can be done about it."""
    args: dict[str, Arg] = {
        "kind": Term(f"campaign-kind-{campaign.kind}"),
        "unit": unit_name,
        "state": Term(f"campaign-is-{campaign.state}"),
        "all": progress.people,
        "sent": progress.sent,
    }
    counts = {
        "campaign-waiting": progress.waiting,
        "campaign-blocked": progress.blocked,
        "campaign-failed": progress.failed,
        "campaign-later": progress.later,
        "campaign-dropped": progress.dropped,
    }
    more = [MessageSpec(key, {"count": count}) for key, count in counts.items() if count]
    return MessageSpec("campaign", args, more=more, buttons=_steering(campaign))


def _steering(campaign: Campaign) -> list[list[Button]]:
    pause = _button("button-campaign-pause", Action.PAUSE_CAMPAIGN, campaign.id)
    resume = _button("button-campaign-resume", Action.RESUME_CAMPAIGN, campaign.id)
    stop = _button("button-campaign-stop", Action.STOP_CAMPAIGN, campaign.id)
    match campaign.state:
        case CampaignState.PREPARING | CampaignState.SENDING:
            return [[pause, stop]]
        case CampaignState.PAUSED:
            return [[resume, stop]]
        case _:
            return []


def _button(label: str, action: Action, campaign_id: CampaignId) -> Button:
    return Button(label, ActionCode(action, campaign_id).pack())
