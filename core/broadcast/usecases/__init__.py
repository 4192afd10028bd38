from core.broadcast.usecases.notices import AimNotice, ConfirmNotice, DraftNotice, NoticeSheet, SeeNotice
from core.broadcast.usecases.steering import CampaignSheet, SeeCampaign, SteerCampaign
from core.broadcast.usecases.subscribing import SeeSubscription, Subscribe
from core.broadcast.usecases.tending import TendCampaigns
from core.broadcast.usecases.weekly import SendWeekly, SetWeekly, TellAtOnce

__all__ = [
    "AimNotice",
    "CampaignSheet",
    "ConfirmNotice",
    "DraftNotice",
    "NoticeSheet",
    "SeeCampaign",
    "SeeNotice",
    "SeeSubscription",
    "SendWeekly",
    "SetWeekly",
    "SteerCampaign",
    "Subscribe",
    "TellAtOnce",
    "TendCampaigns",
]
