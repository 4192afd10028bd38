"""Everything an edge may do about answers, put together from the ports."""

from dataclasses import dataclass

from core.answers.drafting import DropDraft, FillPart, SendDraft, StartDraft
from core.answers.drafts import Wording
from core.answers.parts import Part
from core.answers.rating import RateAnswer, SeeRates
from core.answers.templating import EditTemplates, UseTemplate, VariableNames
from core.people.ports import Secrets
from core.petitions.usecases.desk import Grace
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerUseCases:
    start: StartDraft
    fill_claim: FillPart
    fill_facts: FillPart
    fill_rule: FillPart
    fill_decision: FillPart
    fill_review: FillPart
    send: SendDraft
    drop: DropDraft
    templates: EditTemplates
    use_template: UseTemplate
    rate: RateAnswer
    rates: SeeRates


def answer_use_cases(
    wording: Wording,
    names: VariableNames,
    secrets: Secrets,
    *,
    uow: UnitOfWorkFactory,
    clock: Clock,
    ids: IdSource,
    grace: Grace,
) -> AnswerUseCases:
    def fill(part: Part) -> FillPart:
        return FillPart(uow=uow, clock=clock, ids=ids, grace=grace, wording=wording, part=part)

    return AnswerUseCases(
        start=StartDraft(uow=uow, clock=clock, ids=ids, grace=grace, wording=wording),
        fill_claim=fill(Part.CLAIM),
        fill_facts=fill(Part.FACTS),
        fill_rule=fill(Part.RULE),
        fill_decision=fill(Part.DECISION),
        fill_review=fill(Part.REVIEW),
        send=SendDraft(uow=uow, clock=clock, ids=ids, grace=grace, wording=wording),
        drop=DropDraft(uow=uow, clock=clock, ids=ids, grace=grace, wording=wording),
        templates=EditTemplates(uow=uow, clock=clock, ids=ids, names=names),
        use_template=UseTemplate(uow=uow, clock=clock, ids=ids, grace=grace, names=names),
        rate=RateAnswer(uow=uow, clock=clock, secrets=secrets),
        rates=SeeRates(uow=uow, clock=clock),
    )
