"""The prose of `docs/sandbox.md`; the tables around it are made from the code by `make_docs`."""

INTRO = """\
# The sandbox

`python -m sandbox` is a Bot API server on 127.0.0.1 with a web chat page at `/`. The bot talks to it over HTTP
exactly as to Telegram: `http://127.0.0.1:PORT/bot<TOKEN>/<method>` and `/file/bot<TOKEN>/<path>`. It knows nothing
of the bot's code and keeps everything in memory.

This file is made by `python -m sandbox.make_docs`; a test checks that it is current.

## Starting it

| Option | Meaning |
|---|---|
| `--port N` | 8081 by default; 0 takes any free port |
| `--token T` | another bot token; its number becomes the bot's |
| `--world PATH` | a JSON file like `sandbox/personas.json` (`started`: before we looked); `empty`: nobody but the bot |
| `--ready-file PATH` | written (whole or not at all) with `url` and `token` once the server listens |
| `--limits`, `--no-limits` | Telegram's pace, on by default |
| `--time-command 'COMMAND…'` | run with the seconds when civil time is moved, see `POST /sandbox/time` |
| `--timezone NAME` | in which the page shows dates and times whatever the browser's is, `Asia/Shanghai` by default |
| `--quiet` | does not print the page's address |

SIGTERM and SIGINT end it at once with exit code 0, also in the middle of a long poll.

## What holds

- **Updates** stay until an offset confirms them; a poller that dies loses nothing; a newer `getUpdates` ends an older
  one with 409. Numbers rise by one. `allowed_updates` counts for what happens afterwards. `chat_member` and
  `message_reaction` come only when asked for, and from groups only to an administrator.
- **Webhooks** are pushed over real HTTP (plain `http://` only to this machine) with the secret header, in order within
  a chat, several chats at once, again after a failure with growing pauses; a method call in the answer is performed. A
  redirect is a failure.
- **Message numbers**: one count per supergroup, one common count for private chats and basic groups.
- **Topics**: a topic's number is that of the service message that opened it; a message that answers nothing answers
  that service message, as in Telegram.
- **Pace** (429 with `retry_after`): 30 messages a second in all; to one person 1 a second after a burst of 5; to one
  group 20 a minute. An album counts as its parts; in a group an edit and a new topic count as one message each.
  Telegram publishes no numbers for edits and topics: this is the sandbox's choice.
- **Files**: downloads up to 20 MB, uploads up to 50 MB, photos up to 10 MB and only real pictures; a file's number
  serves again only for the same kind. A photo has two sizes at least, the largest last, each with its own number. A
  voice that is no OGG, MP3 or M4A arrives as a document.
- **Mentions**: a link to a person becomes the whole person, and plain text when the bot does not know them; a selective
  keyboard or prompt is shown to those the text names and to the writer of the message it answers.
- **Presses** can be answered once, within 30 seconds. One on a message deleted meanwhile carries an
  `InaccessibleMessage` (`date` 0).

## Stricter than Telegram, on purpose

- An unknown parameter is refused, not skipped. These known ones are refused because the sandbox cannot do what they
  say: {not_emulated}.
- A bot that is no administrator sees commands meant for it or for nobody in particular, replies to itself, and service
  messages about itself or its own; Telegram would also show it other people's service messages.
- A person the bot has never met is `chat not found`; one it only shares a group with gets
  `bot can't initiate conversation with a user`.
- `message_thread_id` 1 (General) is `message thread not found` when sending, as it is with Telegram; leave it out.
- Answering a press a second time is `query is too old`.
- A message sent with a reply keyboard can never be edited.
- Replies across chats, files by URL, inline messages, channels, polls, payments, stories and business accounts do not
  exist here.
"""

CONTROL = """\
## Control API

JSON over HTTP under `/sandbox/`, no key, this machine only (a request from another site or port is refused).
People and chats are named by number or slug. Errors are 4xx with `{"error": …}`. `tests/sandbox_client.py` is its typed
client.
"""

ACTS_INTRO = """\
### Acts

`POST /sandbox/act` with `user`, `do` and what the act needs. `chat` is the person's private chat with the bot when left
out. Acts that write (`text`, `media`, `album`, `location`, `contact`, `other`) also take `reply_to` with a `quote` from
that message, `answers` (`chat`, `message_id`, `quote`: a message of another chat that is answered), `thread` and
`as_chat` (an anonymous administrator). The answer is `{"message": …}` or `{"result": …}`. People are held to their
rights: what Telegram's apps would not let them do is a 4xx.
"""

FAULTS_INTRO = """\
### Faults

`POST /sandbox/faults` with `kind` and, as wanted, `method` (a Bot API method, `download`, or `*` for everything but
`getUpdates`), `chat`, `times` (-1: until deleted), `after` (so many matching calls pass first). One call meets at most
one fault. Deleting a `hang` lets the waiting calls go.
"""

ACTS = {
    "add": "`chat`, `target`: brings another person into a group; a banned one only by who may ban",
    "add_bot": "`chat`: brings the bot in as a plain member",
    "album": "`items` of `{kind, …}` as for `media`; the answer also has `messages`",
    "block": "blocks the bot",
    "contact": "`of` (oneself), `phone_number`: a contact card; `unlinked: true` leaves its `user_id` out",
    "deactivate": "the person's account is gone; it can do nothing any more",
    "delete_message": "`chat`, `message_id`; the bot is not told",
    "demote": "`chat`, `target` (or `bot`): a plain member again",
    "edit": "`chat`, `message_id`, `text` or `caption` (which may be empty); with `kind` another file as for `media`",
    "forge": "`chat`, `message_id`, `data`: a callback no button has",
    "forward": "`chat`, `from_chat`, `message_id`",
    "join": "`chat`; nobody who was kicked",
    "kick": "`chat`, `target` (or `bot`)",
    "leave": "`chat`",
    "location": "`latitude`, `longitude`; `title` and `address` for a venue, `live_period` for a live position",
    "media": "`kind`; `data_base64`, `data_id` or `size`; `file_name`, `mime_type`, `caption`, `duration`, "
    "`media_group_id`; of a sticker `is_animated` or `is_video`",
    "migrate": "`chat`: the group becomes a supergroup; answers the new `chat_id`; the bot also hears that it came "
    "into the new one, and never that it left the old",
    "move": "`chat`, `message_id`, `latitude`, `longitude`: a live position moves",
    "other": "`kind`: poll, dice, checklist, story, game, paid_media or live_photo",
    "pin": "`chat`, `message_id`",
    "press": "`chat`, `message_id` and `text`, `data` or `row`, `col`; `wait_ms` waits for the bot's answer; a link "
    "button only answers what it `opens`",
    "press_reply": "`chat`, `text`: a button of the reply keyboard, also one that shares contact or location",
    "promote": "`chat`, `target` (or `bot`), `rights` (all usual ones when left out)",
    "react": "`chat`, `message_id`, `emoji` (none takes it back)",
    "restrict": "`chat`, `target` (or `bot`), `permissions`: may read, and do only what these leave (nothing when left "
    "out); `demote` lifts it",
    "set_forum": "`chat`, `is_forum`",
    "set_title": "`chat`, `title`",
    "start": "`payload` (1-64 of A-Z, a-z, 0-9, _ and -): the START button or a deep link; also unblocks",
    "text": "`text`, `parse_mode`, `entities`; plain text beyond 4096 units goes as several `messages`",
    "topic_close": "`chat`, `thread` (General when left out)",
    "topic_create": "`chat`, `name`",
    "topic_delete": "`chat`, `thread`",
    "topic_edit": "`chat`, `thread`, `name`",
    "topic_reopen": "`chat`, `thread` (General when left out)",
    "unblock": "lets the bot write again",
    "unpin": "`chat`, `message_id`",
}

FAULTS = {
    "status": "answers `code` (500) and `description`, or 429 with `retry_after`; not performed",
    "drop_answer": "performed, then the connection is closed without an answer",
    "half_answer": "performed, then half of the answer and the connection is closed",
    "drop_request": "the connection is closed, not performed",
    "delay": "performed after `delay_ms`",
    "hang": "no answer until the fault is deleted; performed only with `perform: true`",
}

ROUTES = {
    "GET /sandbox/world": "the bot (with token and commands), people, chats with members and topics, `last_event`, "
    "`pollers` (readers waiting in getUpdates), `time`",
    "POST /sandbox/users": "`first_name`, …: a new person; `no_voices` refuses voice messages and round videos, "
    "`hides_forwards` is named without a number where a message is forwarded",
    "POST /sandbox/chats": "`title`, `type`, `is_forum`, `members` (the first made it), `bot` (administrator, member "
    "or none), `rights`: a new group, made silently",
    "POST /sandbox/act": "a person does something, see below",
    "GET /sandbox/chats/{chat}/messages": "`viewer`, `after`, `thread`, `limit`, `include_deleted=1`: what stands "
    "there now, with the viewer's `reply_keyboard` and the `pinned` number",
    "GET /sandbox/events": "`user`, `after`: Server-Sent Events `message`, `deleted` (`message_ids`), "
    "`callback_answer`, `chat`, `typing`, `time`; honours Last-Event-ID",
    "GET /sandbox/files/{file_id}": "a file's bytes",
    "DELETE /sandbox/files/{file_id}": "Telegram forgets the file",
    "POST /sandbox/upload": "multipart `file`: a `data_id` for a media act",
    "GET /sandbox/faults": "faults and how often each was met",
    "POST /sandbox/faults": "orders a fault, see below",
    "DELETE /sandbox/faults": "removes all",
    "DELETE /sandbox/faults/{fault}": "removes one",
    "POST /sandbox/idle": "`quiet_ms`, `timeout_ms`: waits until no update is unconfirmed, no request but a poll is "
    "being served, and the bot has been quiet for so long",
    "GET /sandbox/log": "`after`: the bot's calls with their outcome, the `fault` they met and `moment`, in seconds "
    "that only go forward; polls only when refused",
    "DELETE /sandbox/log": "forgets them",
    "POST /sandbox/settings": "`limits`, `minute_s` (how long a group's minute is), `latency_ms`, `callback_ttl_ms`, "
    "`webhook_retry_ms`, `clock_offset_s` (moves the sandbox's clock, its pace and patience too): answers all of them",
    "GET /sandbox/time": "`now` (seconds since 1970), `shift_s`, by how much it has been moved, and the page's `zone`",
    "POST /sandbox/time": "`shift_s`: moves civil time by so many seconds. Dates of messages follow, pace and patience "
    "do not. Then the `--time-command` is run, so that the bot's civil time moves as well; if it fails, 409 with "
    "the last line it printed, and dates have moved back",
    "GET /sandbox/callbacks": "`user`: presses and the answers to them",
    "GET /sandbox/commands": "`user`, `chat`: what the bot offers there after a slash",
    "GET /sandbox/updates": "every update so far, and whether it is still unconfirmed",
    "POST /sandbox/updates/replay": "`update_id`: hands out an earlier update again",
    "POST /sandbox/updates/raw": "`update`: queues anything",
}
