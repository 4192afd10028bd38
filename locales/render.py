"""MessageSpec + language → neutral HTML and button rows. Both edges only map the result to their own types.

Every argument is escaped here, so nothing a person typed can become markup.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from html import escape

from core.shared.appointments import Appointment, calendar_file
from core.shared.language import Language
from core.shared.marks import Marked
from core.shared.messages import Arg, Button, MediaRef, MessageSpec, Term
from locales.catalogue import Catalogue
from locales.markup import to_html, without_inner_quotes


@dataclass(frozen=True, slots=True)
class RenderedButton:
    text: str
    action: str
    url: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """`html` uses only Telegram's tags; empty when the spec has no words of its own."""

    html: str
    buttons: tuple[tuple[RenderedButton, ...], ...]
    media: MediaRef | None
    force_reply: bool
    quiet: bool = False


class Renderer:
    """Turns specs into text. Dates are shown in the community's zone, with their year unless it is that of `now`."""

    def __init__(self, catalogue: Catalogue, zone: tzinfo, now: Callable[[], datetime]) -> None:
        self._catalogue = catalogue
        self.zone = zone
        self._now = now

    @property
    def today(self) -> date:
        """The community's day of `now`."""
        return self._now().astimezone(self.zone).date()

    def render(self, spec: MessageSpec, language: Language) -> Rendered:
        lines = [self.html(spec.key, spec.args, language)]
        lines += [self.html(line.key, line.args, language) for line in spec.more]
        return Rendered(
            html="\n".join(line for line in lines if line),
            buttons=self.buttons(spec.buttons, language),
            media=self._calendar(spec.appointment, language) if spec.appointment else spec.media,
            force_reply=spec.force_reply,
            quiet=spec.quiet,
        )

    def html(self, key: str, args: Mapping[str, Arg], language: Language) -> str:
        """Return the text of `key` as HTML with every argument escaped."""
        if key == "no-text":
            return ""
        safe = {name: self._safe(value, language) for name, value in args.items()}
        return without_inner_quotes(self._catalogue.format(key, safe, language))

    def plain(self, key: str, args: Mapping[str, Arg], language: Language) -> str:
        """Return the text of `key` unescaped, for button labels and callback answers."""
        shown = {name: self._show(value, language) for name, value in args.items()}
        return self._catalogue.format(key, shown, language)

    def buttons(self, rows: Sequence[Sequence[Button]], language: Language) -> tuple[tuple[RenderedButton, ...], ...]:
        return tuple(
            tuple(RenderedButton(self.plain(b.label, b.args, language), b.action, b.url) for b in row) for row in rows
        )

    def _calendar(self, entry: Appointment, language: Language) -> MediaRef:
        title = entry.title or self.plain(entry.title_key, {}, language)
        described = self.plain("calendar-description", {"number": entry.name}, language)
        return MediaRef("document", name=f"{entry.name}.ics", text=calendar_file(entry, title, described))

    def _safe(self, value: Arg, language: Language) -> str | int:
        if isinstance(value, Marked):
            return to_html(value)
        shown = self._show(value, language)
        return escape(shown, quote=False) if isinstance(shown, str) else shown

    def _show(self, value: Arg, language: Language) -> str | int:
        if isinstance(value, Marked):
            return value.text
        if isinstance(value, Term):
            return self._catalogue.format(value.key, {}, language)
        if isinstance(value, datetime):
            local = value.astimezone(self.zone)
            return f"{self._day(local.date(), language)} {local:%H:%M}"
        if isinstance(value, date):
            return self._day(value, language)
        return value

    def _day(self, day: date, language: Language) -> str:
        args: dict[str, str | int] = {
            "year": str(day.year),
            "month": day.month,
            "day": day.day,
            "weekday": day.isoweekday(),
        }
        this_year = day.year == self.today.year
        return self._catalogue.format("format-day" if this_year else "format-day-of-year", args, language)
