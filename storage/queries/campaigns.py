from sqlalchemy import select

from core.broadcast.model import Campaign, Progress
from core.shared.ids import CampaignId
from storage.engine import Database
from storage.repositories.broadcast import campaign_of, progress_of
from storage.tables import campaigns, units


class SqlCampaignReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def drawing(self, campaign_id: CampaignId) -> tuple[Campaign, str, Progress] | None:
        wanted = select(campaigns, units.c.name.label("unit_name")).join(units, units.c.id == campaigns.c.unit_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted.where(campaigns.c.id == campaign_id))).mappings().one_or_none()
            if row is None:
                return None
            return campaign_of(row), row["unit_name"], await progress_of(connection.execute, campaign_id)
