"""How far a campaign is, in one message of the staff's chat that is edited as it goes on."""

from telegram.error import BadRequest

from core.broadcast.messages import progress_message
from core.broadcast.ports import CampaignReader
from core.people.queries import LanguageReader
from core.shared.outbox import Sent
from delivery import retry
from delivery.cases import Job
from delivery.sender import Manner, Sender, Target
from locales.render import Renderer


class ProgressDesk:
    def __init__(
        self, campaigns: CampaignReader, languages: LanguageReader, renderer: Renderer, sender: Sender
    ) -> None:
        self._campaigns = campaigns
        self._languages = languages
        self._renderer = renderer
        self._sender = sender

    async def draw(self, job: Job) -> Sent | None:
        """Make the message show what the database says now; a new one where there is none to edit any more."""
        item = job.item
        found = None if item.campaign_id is None else await self._campaigns.drawing(item.campaign_id)
        if found is None:
            return None
        campaign, _, _ = found
        spec = progress_message(*found)
        rendered = self._renderer.render(spec, await self._languages.language_of(item.chat_id))
        if campaign.message_id is not None and campaign.chat_id == item.chat_id:
            try:
                await self._sender.edit(item.chat_id, campaign.message_id, rendered, job.lease)
            except BadRequest as error:
                meaning = retry.decide(error, chat_id=item.chat_id, attempts=job.row.attempts, row_id=job.row.id)
                if isinstance(meaning, retry.Done):
                    return None
                if not isinstance(meaning, retry.CardGone):
                    raise
            else:
                return None
        return await self._sender.send(Target(chat_id=item.chat_id), rendered, Manner(), job.lease)
