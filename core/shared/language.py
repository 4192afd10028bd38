from enum import StrEnum


class Language(StrEnum):
    """Languages every text exists in; zh-CN is the source the others are made from."""

    ZH_CN = "zh-CN"
    ZH_TW = "zh-TW"
    EN = "en"

    @classmethod
    def from_telegram(cls, code: str | None) -> "Language":
        """Choose from Telegram's IETF tag; no tag means Chinese, an unknown one English."""
        tag = (code or "zh").lower().replace("_", "-")
        if tag.startswith("zh"):
            traditional = any(part in tag for part in ("hant", "tw", "hk", "mo"))
            return cls.ZH_TW if traditional else cls.ZH_CN
        return cls.EN
