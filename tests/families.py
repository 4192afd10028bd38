"""Keys that are put together at run time, area by area: see tests/static/test_locales.py."""

from bot.adapters.figure_files import COLUMNS
from bot.ballot_file import FIELDS as BALLOT_FIELDS
from bot.series_file import FIELDS
from core.abuse.model import DAYS, BlockReason
from core.answers.parts import Part
from core.answers.ratings import Grade
from core.answers.templates import Variable
from core.ballots.counting import Consequence
from core.ballots.lists import ACTION_OF
from core.ballots.model import OVER, BallotState, Withheld
from core.ballots.paper import ABSTAIN, GRADES, HELD_KINDS, Dimension, Meeting
from core.ballots.usecases import Standing
from core.booking.lists import COUNTED
from core.booking.model import DayKind, DayState, Reason
from core.booking.places import BookingState
from core.booking.recurrence import Holiday
from core.broadcast.model import CampaignKind, CampaignState, Rhythm, Topic
from core.figures.lines import In, Section
from core.figures.model import Measure
from core.people.model import Level, Role
from core.petitions.categories import Category
from core.petitions.extension import CHOICES, ExtensionState
from core.petitions.limits import Limit
from core.petitions.model import Author, Event, Kind
from core.petitions.queue import Scope
from core.petitions.queue_pages import Deed
from core.petitions.search import Way
from core.petitions.stages import INSIDE
from core.petitions.usecases.climbing import PRINTED, ROADS
from core.reports.model import ReportEvent, ReportState
from core.reports.people import OFFICES
from core.routing.model import Intent
from core.shared.calendar import NAMED, Off
from core.shared.tries import LIMITS
from dialogs.doors import label_of
from dialogs.reports.review import TO_BE_SURE, WITH_WORDS
from tests.duty_families import of_duty
from tests.kinds_families import of_kinds
from tests.mediation_families import of_mediation
from tests.news_families import of_disclosure
from tests.people_families import of_people
from tests.privacy_families import of_privacy
from tests.together_families import of_together

SILENT_EVENTS = {Event.AFTERWORD, Event.REPLY, Event.RESIDENT_ADDS, *INSIDE}
"""Their words themselves stand in the timeline, or must not."""

ELSEWHERE = (of_disclosure, of_duty, of_mediation, of_people, of_privacy, of_together)
"""Of areas with a file of their own."""


def of_queue() -> set[str]:
    whose = {f"{front}-queue-{scope.name.lower()}" for scope in Scope for front in ("button", "names")}
    deeds = {
        f"{front}-{deed.name.lower()}" for deed in Deed for front in ("queue-sure", "queue-done", "button-queue-all")
    }
    found = {f"found-{way}" for way in Way} | {f"found-in-{where}" for where in ("petition", *Author)}
    return {"queue-empty", "queue-mine-empty", *found, *whose, *deeds, *(f"category-{each}" for each in Category)} | {
        f"button-queue-by-{by}" for by in "kct"
    }


def of_answers() -> dict[str, set[str]]:
    return {
        "answer parts": {f"{front}part-{part}" for part in Part for front in ("", "names-", "prompt-")},
        "rate review": {f"rate-review-{level}" for level in Level},
        "answer review": {f"answer-review-{level}" for level in Level},
        "answer grades": {f"button-rate-{grade}" for grade in Grade} | {f"rate-{grade}" for grade in Grade},
        "answer variables": {f"names-variable-{each}" for each in Variable},
    }


def of_abuse() -> dict[str, set[str]]:
    said = {limit.text for limit in LIMITS if limit.text}
    return {
        "limits": {f"error-{text}" if text.startswith("pace-") else text for text in said},
        "files": {f"files-taken-by-{kind}" for kind in Kind},
        "blocks": {f"block-reason-{reason}" for reason in BlockReason} | {f"button-block-{days}" for days in DAYS},
    }


def of_booking() -> dict[str, set[str]]:
    return {
        "door": {label_of(intent) for intent in set(Intent) - {Intent.NONE}},
        "day": {f"day-kind-{kind}" for kind in DayKind}
        | {f"{front}-{state}" for state in DayState for front in ("day-is", "error-day-state")}
        | {f"day-reason-{reason}" for reason in Reason}
        | {f"day-holiday-{holiday}" for holiday in Holiday}
        | {f"button-{list_}-{way}" for list_ in ("days", "month") for way in ("earlier", "later")}
        | {f"booking-day-{how}" for how in ("free", "full", "later", "off", "over")},
        "booking": {f"{front}-{state}" for state in BookingState for front in ("booking-is", "error-booking-state")}
        | {f"booking-mark-{state}" for state in COUNTED}
        | {f"booking-reminder-{which}" for which in ("day", "hour")},
        "days file": {f"cli-days-field-{word.replace('_', '-')}" for word in FIELDS}
        | {f"cli-days-{change}" for change in ("new", "changed", "same")},
    }


def of_reports() -> dict[str, set[str]]:
    return {
        "report": {f"{front}-{state}" for state in ReportState for front in ("report-state", "error-report-state")}
        | {f"report-event-{event}" for event in ReportEvent}
        | {f"report-office-{role}" for role in OFFICES}
        | {f"{front}-{event}" for event in WITH_WORDS for front in ("report-write", "button-report")}
        | {f"{front}-{event}" for event in TO_BE_SURE for front in ("report-sure", "button-report")},
    }


def of_ballots() -> dict[str, set[str]]:
    grades = {grade for grades in GRADES.values() for grade in grades} | {ABSTAIN}
    return {
        "ballot": {f"{front}-{state}" for state in BallotState for front in ("ballot-is", "error-ballot-state")}
        | {f"ballot-told-{state}" for state in (*OVER, BallotState.CANCELLED)}
        | {f"ballot-kind-{kind}" for kind in HELD_KINDS}
        | {f"ballot-withheld-{why}" for why in Withheld}
        | {f"ballot-flag-{flag}" for flag in Consequence}
        | {f"ballot-rule-{meeting}" for meeting in Meeting}
        | {f"ballot-do-{event}" for event in ACTION_OF}
        | {"ballot-spread-3", "ballot-spread-4"},
        "grade": {f"{front}-{grade}" for grade in grades for front in ("grade", "button-grade")},
        "dimension": {f"{front}-{each}" for each in Dimension for front in ("dimension", "dimension-short")},
        "vote": {f"vote-is-{each}" for each in Standing}
        | {f"vote-stand-{each}" for each in Standing if each is not Standing.OVER},
        "ballot file": {"cli-ballot-file"}
        | {f"cli-ballot-field-{word.replace('_', '-')}" for word in BALLOT_FIELDS}
        | {f"cli-ballot-{change}" for change in ("new", "changed", "same")}
        | {f"cli-ballot-{key}" for key in ("twice", "foreign", "nobody-left", "no-file", "no-yaml", "unreadable")}
        | {"cli-ballot-joint", "cli-ballot-too-much", "cli-ballot-unknown", "cli-ballot-unknown-near"},
    }


SHEET = ("paper", "sheet-title", "sheet-why", "sheet-until", "sheet-foot")


def of_flow() -> dict[str, set[str]]:
    """What is said of the side roads of a case, by their events."""
    moves = {"transfer", "object", "escalate"}
    settled = {"not-accept", "same-matter", "reopen", "review-done", "review-redo", "rereview-done"}
    return {
        "flow": {f"notice-{event}" for event in moves | settled}
        | {f"staff-arrived-{event}" for event in moves}
        | {f"staff-{event}" for event in settled}
        | {f"staff-arrived-{event}" for event in ("go-to-street", "reconsider")}
        | {f"staff-asked-{event}" for event in ("reopen", "ask-review", "ask-rereview")}
        | {f"{front}-{road.replace('_', '-')}" for road in ROADS for front in ("road", "button-road", "why", "went")}
        | {f"{front}-{road.replace('_', '-')}" for road in PRINTED for front in SHEET}
    }


def of_motions() -> dict[str, set[str]]:
    states = (BallotState.OPEN, *OVER, BallotState.CANCELLED)
    return {"motions": {f"button-motion-{each}" for each in Meeting} | {f"notice-motion-{state}" for state in states}}


def of_broadcast() -> dict[str, set[str]]:
    return {
        **of_duty(),
        **of_kinds(),
        **of_people(),
        "rhythm": {f"{front}rhythm-{each}" for each in Rhythm for front in ("", "button-")},
        "topic": {f"{front}-topic-{each}" for each in Topic for front in ("button", "digest")},
        "campaign": {f"{front}-{state}" for state in CampaignState for front in ("campaign-is", "error-campaign-state")}
        | {f"campaign-kind-{kind}" for kind in CampaignKind}
        | {"broadcast-notice", "broadcast-urgent"},
        "role": {f"role-{role}" for role in Role},
    }


def of_clocks() -> dict[str, set[str]]:
    slips = ("columns", "day", "kind", "name", "no-weekend", "span", "twice")
    return {
        "extension": {f"extension-{state}" for state in set(ExtensionState) - {ExtensionState.PROPOSED}}
        | {f"button-extend-{days}" for days in CHOICES},
        "dates": {f"dates-{limit}" for limit in (Limit.CLAIM, Limit.REPLY)},
        "holiday": {f"holiday-{name}" for name in NAMED},
        "calendar file": {f"cli-calendar-{slip}" for slip in slips} | {f"cli-calendar-names-{kind}" for kind in Off},
    }


def of_figures() -> dict[str, set[str]]:
    lengths = ("month", "quarter", "year")
    lines = ("received", "pledge", "law", "days", "named", "anonymous", "few", "about-none", *Measure)
    lines += ("content", "rated", "collective", "signed", *(f"help-{each}" for each in ("residents", "party", "units")))
    lines += ("mediated", "mediated-inside")
    lines += tuple(f"proposals-{each}" for each in ("received", "answered", "waiting", "rate", "content"))
    parts = [*(f"section-{each}" for each in Section), *(f"in-{each}" for each in In), *lengths, *lines]
    parts += [*(f"level-{each}" for each in Level), *(f"column-{each}" for each in COLUMNS)]
    return {"figures": {f"figures-{each}" for each in parts} | {f"button-figures-{each}" for each in lengths}}


def of_areas() -> dict[str, set[str]]:
    """What every area has, one function each."""
    own = (
        of_abuse,
        of_answers,
        of_booking,
        of_ballots,
        of_clocks,
        of_broadcast,
        of_reports,
        of_flow,
        of_figures,
        of_motions,
    )
    return {name: keys for of_area in (*own, of_motions, *ELSEWHERE) for name, keys in of_area().items()}
