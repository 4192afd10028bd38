from core.disclosure.usecases.drafting import (
    AddToDraft,
    AmendDraft,
    BeginDraft,
    ChooseHead,
    DropDraft,
    SeeDraft,
)
from core.disclosure.usecases.review import AskReason, PublishVersion, RejectVersion
from core.disclosure.usecases.sending import SendToReview, TakeBack
from core.disclosure.usecases.sheets import PrintSheet

__all__ = [
    "AddToDraft",
    "AmendDraft",
    "AskReason",
    "BeginDraft",
    "ChooseHead",
    "DropDraft",
    "PrintSheet",
    "PublishVersion",
    "RejectVersion",
    "SeeDraft",
    "SendToReview",
    "TakeBack",
]
