"""What the rota says by itself, in the desk's chat. Every function returns an outbox item or a line of one."""

from collections.abc import Sequence

from core.duty.model import Colleague, Swap, SwapState
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import MessageId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority


def mention(key: str, who: Colleague, **more: Arg) -> MessageSpec:
    """Return a line that names somebody so that their telephone rings."""
    return MessageSpec(key, {"name": who.name, "user": str(who.user_id), **more})


def on_new_card(people: Sequence[Colleague]) -> MessageSpec | None:
    """Return what a new card says to those on duty; None where nobody is."""
    if not people:
        return None
    return MessageSpec("card-duty", more=[mention("card-duty-one", each) for each in people])


def on_urgent_card(people: Sequence[Colleague]) -> MessageSpec:
    """Return what the card of something urgent says to those on duty, or where nobody is to everybody."""
    lines = [mention("card-duty-one", each) for each in people]
    return MessageSpec("card-urgent-duty" if lines else "card-urgent-nobody", more=lines)


def swap_asked(swap: Swap, actor: StaffActor, asked: Colleague, source: MessageId) -> OutboxItem:
    args: dict[str, Arg] = {"from": actor.name, "day": swap.day, "other": swap.other or "", "for": _for(swap)}
    buttons = [
        [
            Button("button-swap-yes", ActionCode(Action.SWAP_YES, swap.id).pack()),
            Button("button-swap-no", ActionCode(Action.SWAP_NO, swap.id).pack()),
        ]
    ]
    spec = mention("swap-asked", asked, **args)
    return OutboxItem(
        dedupe=f"swap:{actor.chat_id}:{source}",
        operation=Operation.SEND,
        chat_id=actor.chat_id,
        priority=Priority.REPLY,
        spec=MessageSpec(spec.key, spec.args, buttons=buttons),
    )


def swap_decided(swap: Swap, actor: StaffActor, asker: Colleague) -> OutboxItem:
    key = "swap-accepted" if swap.state is SwapState.ACCEPTED else "swap-declined"
    args: dict[str, Arg] = {
        "by": actor.name,
        "by-user": str(actor.user_id),
        "day": swap.day,
        "other": swap.other or "",
        "for": _for(swap),
    }
    return OutboxItem(
        dedupe=f"swap:{swap.id}:{swap.state}",
        operation=Operation.SEND,
        chat_id=actor.chat_id,
        priority=Priority.REPLY,
        spec=mention(key, asker, **args),
    )


def _for(swap: Swap) -> str:
    return "day" if swap.other else "nothing"
