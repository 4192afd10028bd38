"""Settings about the side roads of a case: how long it can be taken up again, and who reviews outside."""

from pydantic import Field
from pydantic_settings import BaseSettings

from core.petitions.flow import Body, Roads


class RoadSettings(BaseSettings):
    reopen_days: int = Field(default=30, ge=1, le=3_650)
    """Calendar days within which an author may have a case taken up again that was answered, closed or refused."""
    district_name: str = ""
    """Who does the 复查 of the street's answers, and where a request goes to."""
    district_address: str = ""
    district_phone: str = ""
    city_name: str = ""
    """Who does the 复核."""
    city_address: str = ""
    city_phone: str = ""

    @property
    def roads(self) -> Roads:
        return Roads(
            reopen_days=self.reopen_days,
            district=Body(self.district_name, self.district_address, self.district_phone),
            city=Body(self.city_name, self.city_address, self.city_phone),
        )
