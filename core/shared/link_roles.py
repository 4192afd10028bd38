"""What a message in a chat means for a case."""

from enum import StrEnum


class LinkRole(StrEnum):
    """What a message in a chat means when somebody replies to it, or edits it."""

    CARD = "card"
    CASE_TEXT = "case_text"
    RESIDENT_COPY = "resident_copy"
    RECEIPT = "receipt"
    STAFF_MESSAGE = "staff_message"
    RESIDENT_MESSAGE = "resident_message"
    PROMPT_REPLY = "prompt_reply"
    PROMPT_NOTE = "prompt_note"
    PROMPT_ASK = "prompt_ask"
    PROMPT_ANSWER = "prompt_answer"
    PROMPT_HAND_BACK = "prompt_hand_back"
    PROMPT_TRANSFER = "prompt_transfer"
    PROMPT_ESCALATE = "prompt_escalate"
    PROMPT_OBJECT = "prompt_object"
    PROMPT_NOT_ACCEPT = "prompt_not_accept"
    PROMPT_SAME = "prompt_same"
    PROMPT_REOPEN = "prompt_reopen"
    PROMPT_REVIEW_DONE = "prompt_review_done"
    PROMPT_REVIEW_REDO = "prompt_review_redo"
    PROMPT_REREVIEW_DONE = "prompt_rereview_done"
    PROMPT_EXTEND = "prompt_extend"
    PROMPT_LEAD = "prompt_lead"
    PROMPT_FINDING = "prompt_finding"
    PROMPT_CALLED = "prompt_called"
    PROMPT_UNMERGE = "prompt_unmerge"
    PROMPT_MOTION = "prompt_motion"
    PROMPT_UPWARD = "prompt_upward"
    PROMPT_GM_SESSION = "prompt_gm_session"
    PROMPT_GM_DRAFT = "prompt_gm_draft"
    PROMPT_GM_FAILED = "prompt_gm_failed"
    PROMPT_GM_DECLINED = "prompt_gm_declined"
    PROMPT_GM_LEFT = "prompt_gm_left"
    PROMPT_GM_ASKER = "prompt_gm_asker"
    PROMPT_GM_OTHER = "prompt_gm_other"
    PROMPT_PART_CLAIM = "prompt_part_claim"
    PROMPT_PART_FACTS = "prompt_part_facts"
    PROMPT_PART_RULE = "prompt_part_rule"
    PROMPT_PART_DECISION = "prompt_part_decision"
    PROMPT_PART_REVIEW = "prompt_part_review"
    UPWARD = "upward"
    """Said of a case in the chat of a level above; whoever answers it writes a note on the case."""

    @property
    def asks(self) -> bool:
        """Whether it asks a staff member for words; what these do stands in `core.petitions.asking`."""
        return self.value.startswith("prompt_")
