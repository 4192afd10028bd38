"""One callable class per intent; the only code of the rota that commits."""

from core.duty.usecases.away import ComeBack, GoAway
from core.duty.usecases.importing import ConfirmPlan, ImportRota, PlanSheet, Problem
from core.duty.usecases.people import KnowColleague
from core.duty.usecases.rota import RotaSheet, SeeRota, SetDuty
from core.duty.usecases.swaps import AskSwap, DecideSwap

__all__ = [
    "AskSwap",
    "ComeBack",
    "ConfirmPlan",
    "DecideSwap",
    "GoAway",
    "ImportRota",
    "KnowColleague",
    "PlanSheet",
    "Problem",
    "RotaSheet",
    "SeeRota",
    "SetDuty",
]
