from core.petitions.usecases.find import FindCase, SeeCase, ShowToStaff
from core.petitions.usecases.redating import FollowCalendar
from core.petitions.usecases.resident import AddToCase, OpenByCode, WithdrawPetition
from core.petitions.usecases.seats import SeatCases
from core.petitions.usecases.staff import (
    AddNote,
    AskForMore,
    ClaimCase,
    CloseCase,
    PromptStaff,
    ReplyToResident,
)
from core.petitions.usecases.submit import LinkReceipt, Receipt, SubmitPetition
from core.petitions.usecases.taking_back import CancelPrompt, TakeBack

__all__ = [
    "AddNote",
    "AddToCase",
    "AskForMore",
    "CancelPrompt",
    "ClaimCase",
    "CloseCase",
    "FindCase",
    "FollowCalendar",
    "LinkReceipt",
    "OpenByCode",
    "PromptStaff",
    "Receipt",
    "ReplyToResident",
    "SeatCases",
    "SeeCase",
    "ShowToStaff",
    "SubmitPetition",
    "TakeBack",
    "WithdrawPetition",
]
