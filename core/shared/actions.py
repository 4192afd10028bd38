"""Button codes: what an inline button of ours carries, at most 64 bytes, packed and parsed in one place.

Both edges use it (delivery puts buttons under messages, the aiogram edge reads presses), so they agree.
Nothing in a code is trusted: the use case loads and authorises again.
"""

from dataclasses import dataclass
from enum import StrEnum

MAX_BYTES = 64
PREFIX = "l1"


class Action(StrEnum):
    """Released values never change: a button stays pressable for ever."""

    CLAIM = "clm"
    REPLY = "rpl"
    NOTE = "nte"
    ASK = "ask"
    ANSWER = "ans"
    CLOSE = "cls"
    SHOW_CASE = "cas"
    ADD_TO_CASE = "add"
    WITHDRAW = "wdr"
    MENU = "mnu"
    SHOW_BOOKING = "bkg"
    TAKE_OFFER = "otk"
    DECLINE_OFFER = "odc"
    DAYS = "dys"
    DAY = "day"
    ARRIVED = "arr"
    NO_SHOW = "nsh"
    WALK_IN = "wlk"
    MOVE_DAY = "dmv"
    CLOSE_DAY = "dcl"
    OPEN_REPORT = "jop"
    SHOW_BALLOT = "vot"
    BALLOTS = "bls"
    BALLOT = "blt"
    PROPOSE_BALLOT = "bpr"
    APPROVE_BALLOT = "bap"
    SEND_BACK_BALLOT = "bsb"
    CANCEL_BALLOT = "bcn"
    DISCLOSE = "dis"
    PANEL = "dpn"
    SEND_TO_REVIEW = "dsb"
    DROP_DRAFT = "ddr"
    APPROVE = "dap"
    REJECT = "drj"
    SHOW_ITEM = "dit"
    SHEET = "dsh"
    READ_BALLOT = "brd"
    BALLOT_FILE = "bfl"
    NOTICE = "ntc"
    SUBSCRIPTION = "sub"
    STOP_BROADCASTS = "sbx"
    PAUSE_CAMPAIGN = "cps"
    RESUME_CAMPAIGN = "crs"
    STOP_CAMPAIGN = "cst"
    DATES = "kdt"
    EXTEND = "kxp"
    DECIDE_EXTENSION = "kxd"
    MORE = "fmo"
    HAND_BACK = "fhb"
    RECUSE = "frc"
    ASK_IDENTITY = "yas"
    IDENTITY = "yid"
    LOOKS = "ylk"
    QUEUE = "qpg"
    QUEUE_BY = "qby"
    QUEUE_PICK = "qpk"
    QUEUE_ALL = "qal"
    CATEGORY = "qct"
    FOUND = "qfd"
    HAND_OVER = "qho"
    TAKE_HANDOVER = "qtk"
    ROTA = "uro"
    SWAP_YES = "usy"
    SWAP_NO = "usn"
    COME_BACK = "ubk"
    DUTY_PLAN = "upl"
    OFFICE = "uof"
    MAJOR = "umj"
    LEAD = "uld"
    FINDING = "ufd"
    REPORT_UP = "uup"
    STEPS = "wst"
    PART = "wpt"
    SEND_ANSWER = "wsn"
    DROP_ANSWER = "wdp"
    TEMPLATES = "wtl"
    TEMPLATE = "wte"
    USE_TEMPLATE = "wus"
    RATE = "wrt"
    RATE_QUIET = "wrq"
    BLOCK = "hbl"
    LIFT_BLOCK = "hlf"
    CALL = "ucl"
    VOLUNTEER_YES = "uvy"
    VOLUNTEER_NO = "uvn"
    WHO_I_AM = "pid"
    BIND_PERSON = "pbn"
    INTAKE = "pin"
    SLIP = "psl"
    PHONE = "pph"
    TOGETHER = "gtg"
    SPEAK = "gsp"
    SIGNERS = "gsg"
    SIMILAR = "gsm"
    MERGE = "gmg"
    UNMERGE = "gum"
    MOTION = "z2m"
    MEDIATION = "gmd"
    GM_CONFIRM = "gmc"
    GM_SESSION = "gms"
    GM_DRAFT = "gmt"
    GM_FAILED = "gmf"
    GM_DECLINED = "gmx"
    GM_LEFT = "gml"
    GM_ASKER = "gma"
    GM_OTHER = "gmo"
    NEIGHBOURS = "gjn"
    NEIGHBOURS_LINE = "gjl"
    NEIGHBOURS_DOWN = "gjd"
    NEIGHBOURS_MINE = "gja"
    TRANSFER = "ftr"
    TRANSFER_TO = "fto"
    ESCALATE = "fes"
    OBJECT = "fob"
    NOT_ACCEPT = "fna"
    SAME_MATTER = "fsm"
    REOPEN = "fro"
    REVIEW_DONE = "frd"
    REVIEW_REDO = "frr"
    REREVIEW_DONE = "ffi"
    TEAM = "xtm"
    CALLED = "xcd"
    MISSED = "xcm"
    FETCH = "d2f"
    VOLUNTEERS = "d2v"
    FIGURES = "zfg"
    FIGURES_FILE = "zff"


@dataclass(frozen=True, slots=True)
class ActionCode:
    """What a button does, to what, and the case's version when it was drawn.

    The version makes the code say what its presser saw; a deed is allowed or refused by the stage the case has now.
    """

    action: Action
    subject: str = ""
    version: int = 0

    def pack(self) -> str:
        code = f"{PREFIX}:{self.action}:{self.subject}:{self.version}"
        if len(code.encode()) > MAX_BYTES:
            raise ValueError(code)
        return code

    @classmethod
    def parse(cls, code: str | None) -> "ActionCode | None":
        """Return the parsed code, or None for anything that is not exactly one of ours."""
        parts = (code or "").split(":")
        if len(parts) != 4 or parts[0] != PREFIX or not parts[3].isdecimal():  # noqa: PLR2004 - the four parts above
            return None
        try:
            return cls(Action(parts[1]), parts[2], int(parts[3]))
        except ValueError:
            return None
