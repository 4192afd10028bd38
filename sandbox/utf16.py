from itertools import accumulate


def utf16_len(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


class Units:
    """Both ways between character positions and UTF-16 offsets of one text."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
        self._at = {unit: index for index, unit in enumerate(self._starts)}

    @property
    def total(self) -> int:
        return self._starts[-1]

    def unit(self, index: int) -> int:
        return self._starts[index]

    def index(self, unit: int) -> int:
        """An offset in the middle of a surrogate pair belongs to the character it cuts."""
        found = self._at.get(unit)
        return self._at[unit - 1] if found is None else found
