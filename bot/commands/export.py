from pathlib import Path

from bot.adapters.figure_files import make
from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import say, spoken
from core.figures.report import subtree
from core.figures.spans import Span
from core.figures.usecases import Form
from core.shared.errors import NotFoundError


async def write_figures(settings: Settings, span: Span, unit_name: str, form: Form, to: Path | None) -> None:
    """Write the figures of a unit and all below it; of the topmost where none is named.

    Raises NotFoundError("unit-unknown", name=…) and DomainError("figures-future").
    """
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        async with ground.uow.reading() as uow:
            units = await uow.units.all()
        top = next((unit for unit in units if unit_name in {"", unit.name}), None)
        if top is None:
            raise NotFoundError("unit-unknown", name=unit_name)
        count, ours = ground.make_report(), subtree(units, top.id)
        report = await count(ours, span)
        hot = await count.hot_words(ours) if form is Form.PDF else []
    file = to or Path(f"{top.name}-{span.key}.{form}".replace("/", "-"))
    file.write_bytes(make(report, hot, form, spoken()))
    say("cli-figures-written", file=str(file))
