"""Keys of mediations that are put together at run time: see tests/static/test_locales.py."""

from core.mediation.model import ENDED, Side, State
from core.mediation.telling import TOLD_STAGES
from core.petitions.asking import ASKED


def of_mediation() -> dict[str, set[str]]:
    over = {State.FAILED, State.DECLINED, State.LEFT}
    return {
        "mediation": {f"gm-state-{state}" for state in State} | {f"error-mediation-{state}" for state in State},
        "mediation ends": {f"gm-{state}" for state in ENDED} | {f"gm-staff-ended-{state}" for state in over},
        "mediation stages": {f"gm-stage-{stage}" for stage in TOLD_STAGES},
        "mediation prompts": {asked.prompt for role, asked in ASKED.items() if role.value.startswith("prompt_gm_")},
        "mediation sides": {f"button-gm-signed-{side}" for side in Side},
    }
