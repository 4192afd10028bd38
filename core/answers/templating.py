"""Canned answers of a desk: looked at, written, thrown away, and filled in for a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from core.answers.templates import (
    LONGEST,
    LONGEST_NAME,
    MOST,
    Template,
    TemplateId,
    Variable,
    fill,
    fits,
    inherited,
    unknown,
)
from core.people.model import Unit
from core.petitions.access import see_desk_case
from core.petitions.model import Kind
from core.petitions.usecases.desk import Desk
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import IdSource, PetitionId
from core.shared.language import Language
from core.shared.masking import masked
from core.shared.text import fold, storable
from core.uow import UnitOfWork, UnitOfWorkFactory

SHORT_ID = 8
"""Characters of a canned answer's id: a button names it beside a case."""


class VariableNames(Protocol):
    """What the catalogues call the variables, and how they say what is put in."""

    @property
    def names(self) -> Mapping[str, Variable]:
        """Every name, folded, of all languages."""
        ...

    def listed(self, language: Language) -> str:
        """Return all there are, in braces, as they are called in a language."""
        ...

    def somebody(self, language: Language) -> str:
        """Return what stands for a name nobody knows."""
        ...

    def kind(self, kind: Kind, language: Language) -> str: ...

    def day(self, day: date, language: Language) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The canned answers a desk can use, and which of them are its own."""

    unit: Unit
    templates: Sequence[Template]

    def owns(self, template: Template) -> bool:
        return template.unit_id == self.unit.id


async def _unit_of(uow: UnitOfWork, actor: StaffActor) -> Unit:
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None:
        raise NotFoundError("chat-not-bound")
    return await uow.units.get(chat.unit_id)


async def _shelf(uow: UnitOfWork, unit: Unit) -> Shelf:
    path, at = [unit.id], unit.parent_id
    while at is not None:
        path.append(at)
        at = (await uow.units.get(at)).parent_id
    return Shelf(unit=unit, templates=inherited(await uow.templates.of(path), path))


async def _one(uow: UnitOfWork, unit: Unit, template_id: TemplateId) -> Template:
    found = next((each for each in (await _shelf(uow, unit)).templates if each.id == template_id), None)
    if found is None:
        raise NotFoundError("template-gone")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTemplates:
    """A unit writes its own; those of the units above it can use, and not change."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    names: VariableNames

    async def see(self, actor: StaffActor) -> Shelf:
        """Raises NotFoundError("chat-not-bound")."""
        async with self.uow.reading() as uow:
            return await _shelf(uow, await _unit_of(uow, actor))

    async def one(self, actor: StaffActor, template_id: TemplateId) -> tuple[Shelf, Template]:
        """Raises NotFoundError("template-gone")."""
        async with self.uow.reading() as uow:
            unit = await _unit_of(uow, actor)
            return await _shelf(uow, unit), await _one(uow, unit, template_id)

    async def check_name(self, actor: StaffActor, name: str) -> str:
        """Return a new name as it will stand; raises what `add` raises for it."""
        async with self.uow.reading() as uow:
            unit = await _unit_of(uow, actor)
            own = await uow.templates.of([unit.id])
            name = " ".join(storable(name).split())
            if not fits(name, "-"):
                raise DomainError("template-name", count=LONGEST_NAME)
            if fold(name) in {each.folded for each in own}:
                raise ConflictError("template-exists", name=name)
            if len(own) >= MOST:
                raise DomainError("template-many", count=MOST)
        return name

    async def add(self, actor: StaffActor, name: str, text: str) -> Template:
        """Keep a new one for the actor's unit.

        Raises DomainError("template-name", "template-text", "template-variable", "template-personal", "template-many")
        or ConflictError("template-exists").
        """
        name = await self.check_name(actor, name)
        text = self._checked(actor, text)
        async with self.uow() as uow:
            unit = await _unit_of(uow, actor)
            template = Template(
                id=TemplateId(self.ids.new()[-SHORT_ID:]),
                unit_id=unit.id,
                name=name,
                text=text,
                by_name=actor.name,
                at=self.clock.now(),
            )
            await uow.templates.put(template)
            uow.audit.record("template.added", str(actor.user_id), template.id, at=self.clock.now())
            await uow.commit()
        return template

    async def change(self, actor: StaffActor, template_id: TemplateId, version: int, text: str) -> Template:
        """Put another text in place of what the actor has seen.

        Raises what `add` raises for the text, ConflictError("template-changed") or NotFoundError("template-gone").
        """
        text = self._checked(actor, text)
        async with self.uow() as uow:
            was = await self._own(uow, actor, template_id)
            if was.version != version:
                raise ConflictError("template-changed")
            now = self.clock.now()
            template = replace(was, text=text, version=version + 1, by_name=actor.name, at=now)
            if not await uow.templates.put(template):
                raise ConflictError("template-changed")
            uow.audit.record("template.changed", str(actor.user_id), template.id, at=now)
            await uow.commit()
        return template

    async def drop(self, actor: StaffActor, template_id: TemplateId, version: int) -> None:
        """Raises ConflictError("template-changed") or NotFoundError("template-gone")."""
        async with self.uow() as uow:
            was = await self._own(uow, actor, template_id)
            if not await uow.templates.drop(was.id, version):
                raise ConflictError("template-changed")
            uow.audit.record("template.dropped", str(actor.user_id), was.id, at=self.clock.now())
            await uow.commit()

    async def _own(self, uow: UnitOfWork, actor: StaffActor, template_id: TemplateId) -> Template:
        """Raises DomainError("template-of-above") for one that only the unit above can change."""
        unit = await _unit_of(uow, actor)
        template = await _one(uow, unit, template_id)
        if template.unit_id != unit.id:
            raise DomainError("template-of-above")
        return template

    def _checked(self, actor: StaffActor, text: str) -> str:
        text = storable(text).strip()
        if not fits("-x", text):
            raise DomainError("template-text", count=LONGEST)
        strange = unknown(text, self.names.names)
        if strange:
            raise DomainError("template-variable", word=strange[0], known=self.names.listed(actor.language))
        if masked(text) != text:  # it would stand in every answer, and name somebody
            raise DomainError("template-personal")
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class UseTemplate(Desk):
    """Fill a canned answer in for a case. Nothing that is filled in is kept with it."""

    names: VariableNames

    async def __call__(
        self, actor: StaffActor, petition_id: PetitionId, template_id: TemplateId, version: int = 0
    ) -> tuple[Template, str]:
        """Return it with the text as its reader would get it; `version` is what the actor has seen.

        Raises NotFoundError("template-gone") or ConflictError("template-changed").
        """
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            template = await _one(uow, await _unit_of(uow, actor), template_id)
            if version not in {0, template.version}:
                raise ConflictError("template-changed")
            unit, language, name = await uow.units.get(petition.unit_id), actor.language, ""
            if petition.resident_id is not None:
                resident = await uow.residents.get(petition.resident_id)
                language, name = resident.language, resident.name
        today, due = (
            self.names.day(local_day(moment, self.clock.zone), language)
            for moment in (self.clock.now(), petition.promises.answer_by)
        )
        values = {
            Variable.NAME: name or self.names.somebody(language),
            Variable.NUMBER: petition.number,
            Variable.DAY: today,
            Variable.DUE: due,
            Variable.UNIT: unit.name,
            Variable.OFFICE: unit.office or unit.name,
            Variable.PHONE: unit.phone or "—",
            Variable.HOURS: unit.hours or "—",
            Variable.KIND: self.names.kind(petition.kind, language),
            Variable.STAFF: actor.name,
        }
        return template, fill(template.text, self.names.names, values)
