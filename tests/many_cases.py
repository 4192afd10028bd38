"""A desk with many cases, written at once by plain inserts."""

from datetime import timedelta

from sqlalchemy import insert

from core.petitions.model import Handler, Stage
from core.petitions.search import cut_into_characters
from core.shared.ids import UnitId
from storage.case_search import OWN, index_row
from storage.engine import Database
from storage.rows import petition_values
from storage.tables import case_words, petitions, staff_cards
from tests.factories.cases import a_petition, some_promises
from tests.factories.scene import Scene
from tests.fakes.world import START

ME = 77
STAGES = (Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.ANSWERED, Stage.CLOSED)
WORDS = ("路灯", "停车", "垃圾", "漏水", "噪音", "电梯", "占道")
BATCH = 2_000


async def fill(database: Database, scene: Scene, count: int) -> None:
    """Add so many cases to the scene's desk, in every stage, with words and an index."""
    for begin in range(0, count, BATCH):
        made = [_case(scene, scene.unit.id, n) for n in range(begin, min(begin + BATCH, count))]
        cards = [
            {"petition_id": p["id"], "chat_id": scene.desk.chat_id, "rendered_version": 0, "standing": "here"}
            for p in made
        ]
        words = [index_row(p["id"], OWN, cut_into_characters(p["text"])) for p in made]
        async with database.transaction() as connection:
            await connection.execute(insert(petitions), made)
            await connection.execute(insert(staff_cards), cards)
            await connection.execute(insert(case_words), words)


def _case(scene: Scene, unit: UnitId, n: int) -> dict[str, object]:
    handler = Handler(user_id=ME, name="李敏", unit_id=unit) if n % 3 == 0 else None
    due = START + timedelta(minutes=n * 7 % 50_000)
    petition = a_petition(
        scene.unit,
        scene.resident,
        stage=STAGES[n % len(STAGES)],
        handler=handler,
        promises=some_promises(claim_by=due, reply_by=due),
        text=f"{n % 40}号楼 {WORDS[n % len(WORDS)]} 的 事情 第{n}件",
    )
    return petition_values(petition)
