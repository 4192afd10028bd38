"""All dialog states. Released names never change: a stored name nobody knows would poison its user's every update."""

from aiogram.fsm.state import State, StatesGroup


class OnboardingSG(StatesGroup):
    language = State()
    privacy = State()
    abroad = State()
    office = State()


class MenuSG(StatesGroup):
    main = State()
    help = State()
    language = State()
    unit = State()
    poster = State()
    begun = State()
    more = State()


class PetitionSG(StatesGroup):
    kind = State()
    text = State()
    place = State()
    name = State()
    preview = State()
    anew = State()
    discard = State()
    whose = State()
    whose_name = State()
    whose_phone = State()
    team = State()
    phone = State()
    when = State()
    same = State()
    other = State()
    reported = State()
    joined = State()


class CasesSG(StatesGroup):
    mine = State()
    view = State()
    write = State()
    withdraw = State()
    code = State()
    coded = State()
    coded_write = State()
    coded_withdraw = State()
    dates = State()
    coded_dates = State()
    roads = State()
    why = State()
    rate = State()
    coded_rate = State()
    coded_roads = State()
    coded_why = State()


class TogetherSG(StatesGroup):
    page = State()
    join = State()
    leave = State()
    people = State()
    neighbours = State()


class MediationSG(StatesGroup):
    page = State()
    line = State()
    invited = State()
    decline = State()
    write = State()
    leave = State()


class OfferSG(StatesGroup):
    ask = State()
    drop = State()
    last = State()
    meant = State()
    post = State()


class BookingSG(StatesGroup):
    month = State()
    day = State()
    topic = State()
    share = State()
    preview = State()
    mine = State()
    view = State()
    cancel = State()
    decline = State()


class VoteSG(StatesGroup):
    list = State()
    verify = State()
    ballot = State()
    debrief = State()
    grade = State()
    review = State()
    change = State()
    result = State()
    read = State()


class DisclosureSG(StatesGroup):
    board = State()
    list = State()
    item = State()
    versions = State()
    search = State()
    found = State()


class SubscribeSG(StatesGroup):
    main = State()
    topics = State()
    quiet = State()


class MeSG(StatesGroup):
    main = State()
    erase = State()
    sure = State()


class WhoSG(StatesGroup):
    list = State()
    office = State()


class VolunteerSG(StatesGroup):
    main = State()


class IdentitySG(StatesGroup):
    main = State()
    share = State()
    code = State()


class ReportSG(StatesGroup):
    """Somebody reports, or looks after a report of theirs."""

    rep_told = State()
    rep_words = State()
    rep_accused = State()
    rep_named = State()
    rep_check = State()
    rep_drop = State()
    rep_mine = State()
    rep_view = State()


class ReviewSG(StatesGroup):
    """Somebody of a supervision committee reads one."""

    rev_warn = State()
    rev_open = State()
    rev_write = State()
    rev_sure = State()


REPORT_STATES = {*ReportSG.__states__, *ReviewSG.__states__}
"""Windows about a report: nothing that is remembered leads to them."""
PROTECTED_STATES = {*ReviewSG.__states__}
"""Windows that cannot be forwarded or saved."""
SECRET_STATES = {VoteSG.grade, VoteSG.review, *PROTECTED_STATES}
"""Windows that show what somebody is about to vote, or what a report says: they do not stay in the chat."""
CODE_STATES = {
    CasesSG.code,
    CasesSG.coded,
    CasesSG.coded_write,
    CasesSG.coded_withdraw,
    CasesSG.coded_dates,
    CasesSG.coded_rate,
    *REPORT_STATES,
}
"""Windows of an anonymous case or a report, and those that ask for its code."""
