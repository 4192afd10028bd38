# The command line: help, answers, errors.
cli-help = Linli: the front door of a residents' committee on Telegram.
cli-help-demo = Try it all on this machine: no token, no Telegram.
cli-help-demo-port = Port of the page; a free one is taken if it is in use.
cli-help-demo-keep = Keep the demo's database and logs in var/demo.
cli-help-demo-browser = Open the page in the browser.
cli-help-run = Run the bot: updates, delivery and what falls due, in one process.
cli-help-serve = Only take updates in; needs `linli deliver` and `linli schedule` beside it.
cli-help-deliver = Only deliver what is waiting.
cli-help-schedule = Only see to what falls due, such as reminders to staff groups.
cli-help-migrate = Bring the database to this program's revision.
cli-help-check = Check settings, database, token and our rights in groups.
cli-help-seed = Put a described community into the database; safe to repeat.
cli-help-seed-file = JSON with units, chats and roster; without it the invented example (only with LINLI_DEMO=1).
cli-help-seed-chats = JSON that lists the groups: id, slug, title, is_forum.
cli-help-route = Shows which door a text leads to. `linli route eval FILE` scores against known answers.
cli-help-route-texts = Texts, one an argument; or eval and a file (columns text, intent, and slots, note if there are any).
cli-help-route-tsv = Routes each line of a tab-separated file (columns id, text).
cli-help-route-today = Count days from this one.
cli-help-unit = Streets, communities and groups.
cli-help-unit-tree = Show the tree with its staff chats.
cli-help-unit-add = Add a unit below its parent.
cli-help-unit-bind = Make a code that binds a Telegram group to the unit.
cli-help-unit-name = The unit's name.
cli-help-unit-level = Its level.
cli-help-unit-parent = Name of the unit above: a street for a community, a community for a group.
cli-help-unit-office = Address people can go to.
cli-help-unit-phone = Phone people can call.
cli-help-unit-hours = When the office is open.
cli-help-unit-purpose = What the group will do.
cli-help-unit-team = Which service team, where the group is for a team.
cli-help-unit-replace = Put a new group in the place of the present one: open cases move there, and the old group is told.
cli-help-inbox = Messages that could not be handled.
cli-help-inbox-list = List messages that could not be handled, by the incident number people were given.
cli-help-inbox-retry = Handle such messages again.
cli-help-inbox-incidents = Incident numbers, as people were given them.
cli-help-outbox = Messages on their way out.
cli-help-outbox-list = Count what waits and list what could not be delivered.
cli-help-outbox-revive = Try undeliverable messages again.
cli-help-outbox-rows = Numbers from `linli outbox list`.
cli-help-clock = The calendar of a demo.
cli-help-clock-shift = Move a demo's time on (or back, with a minus); what falls due follows. Needs LINLI_DEMO=1.
cli-help-clock-seconds = By how many seconds; 0 only shows the time.

cli-level-street = street
cli-level-community = community
cli-level-group = group
cli-purpose-desk = desk
cli-purpose-supervision = supervision
cli-purpose-finance = finance
cli-purpose-team = service team
cli-purpose-operators = operators

cli-config-unknown = { $key } is no setting of ours: remove it, or correct the name.
cli-config-unknown-near = { $key } is no setting of ours: did you mean { $near }?
cli-config-file = { $file } cannot be read: give yourself the right to read it and save it as UTF-8.
cli-config-file-line = { $file } has a mistake in line { $line }: write NAME = "value".
cli-config-bot-token = { $key } does not look like a token: copy the whole line @BotFather gave you, like 123456789:AA….
cli-config-bot-token-missing = { $key } is missing: ask @BotFather for a token and set it, or try `linli demo`, which needs none.
cli-config-bot-token-refused = Telegram refuses { $key }: ask @BotFather for the current token (/token).
cli-config-api-url = { $key } is no address: write https://host, or leave it out for Telegram's own.
cli-config-api-url-wrong = There is no Bot API at { $url }: correct { $key } (leave it out for Telegram's own), and check the token.
cli-config-database-url = { $key } is no database we know: write sqlite+aiosqlite:///./var/linli.db or postgresql+asyncpg://user@host/name.
cli-config-redis-url = { $key } is no Redis address: write redis://host:6379/0, or leave it out.
cli-config-webhook-url = { $key } is no address: write https://your-host/path, or leave it out for long polling.
cli-config-webhook-secret = { $key } must go with LINLI_WEBHOOK_URL: write 1 to 256 letters, digits, _ or -.
cli-config-http-host = { $key } must be text: write the address to listen on, like 127.0.0.1.
cli-config-http-port = { $key } must be a port: write a number from 0 to 65535.
cli-config-timezone = { $key } is no time zone: write a name like Asia/Shanghai.
cli-config-log-format = { $key } must be text or json.
cli-config-data-dir = { $key } must be a folder: write a path like ./var.
cli-config-secret-key = { $key } is too short: write at least 16 random characters, or leave it out and one is made.
cli-config-demo = { $key } must be 1 or 0.
cli-config-backlog-minutes = { $key } must be a number of minutes above 0, at most 1440.
cli-config-trace-file = { $key } is for tests: leave it out.
cli-config-pledge-claim-workdays = { $key } must be a number of working days from 1 to 60.
cli-config-pledge-answer-workdays = { $key } must be a number of working days from 1 to 60.
cli-config-digest-weekday = { $key } must be a day of the week: 1 (Monday) to 7 (Sunday).
cli-config-digest-hour = { $key } must be an hour: a number from 0 to 23.
cli-config-discipline-name = The discipline office a report goes to that no two supervisors may read: its name
cli-config-discipline-address = Its address
cli-config-discipline-phone = Its telephone
cli-config-remind-hour = { $key } must be an hour: a number from 0 to 23.
cli-config-remind-days = { $key } must say how many days ahead, such as 3,1 (each from 1 to 60).

cli-error-other = That did not work ({ $code }). `linli check` tells what is wrong.
cli-error-route-what = Give texts, or --tsv FILE, or eval FILE: one of the three.
cli-error-route-file = { $file } cannot be read: check that it is there and is UTF-8 text.
cli-error-route-columns = The first line of { $file } must name these columns, separated by tabs: { $columns }.
cli-error-route-line = Line { $line } lacks a column: each needs { $columns }, separated by tabs.
cli-error-route-intent = Line { $line }: { $intent } is not an intent; docs/routing.md lists them.
cli-error-route-slots = Line { $line }: slots is not a JSON object; write {"{}"} for none.
cli-error-route-day = { $day } is not a day: write it like 2026-11-23.
cli-route-text = { $text }
cli-route-line = {"  "}{ $decision }  { $intent }  { $score }
cli-route-others = {"  "}or else: { $intents }
cli-route-category = {"  "}category: { $category }  { $score }
cli-route-team = {"  "}team: { $team }
cli-route-slots = {"  "}slots: { $slots }
cli-route-call = {"  "}asks for a call back
cli-route-words = {"  "}because of: { $words }
cli-route-count = { $count ->
    [one] 1 text
   *[other] { $count } texts
}
cli-route-columns = {" "}count  prec.  recall F1
cli-error-database-unreachable = The database cannot be opened ({ $reason }): check LINLI_DATABASE_URL and that the database runs.
cli-error-schema-behind = The database is not at this program's revision: run `linli migrate`.
cli-error-secret-key-file = The key file { $file } cannot be read or made: check its owner and LINLI_DATA_DIR; never delete it, or stored phone numbers are lost.
cli-error-unit-name-taken = There is a unit { $name } already: choose another name.
cli-error-unit-unknown = There is no such unit: `linli unit tree` shows all.
cli-error-unit-level = This unit cannot hang there: communities hang below a street or stand alone, groups below a community.
cli-error-seed-file = { $file } cannot be used (at { $place }): compare it with the example in the documentation.
cli-error-seed-demo-only = The invented example is only for a demo: set LINLI_DEMO=1, or give a file of your own.
cli-error-clock-demo-only = Only a demo's time can be moved: set LINLI_DEMO=1. A real community goes by the machine's.
cli-error-clock-too-far = Time moves at most { $days } days away from now; nothing was moved.
cli-clock-now = The demo's time is now { $now }.

cli-migrate-nothing = The database is up to date ({ $revision }).
cli-migrate-done = The database was brought from { $before } to { $revision }.
cli-seed-done = Added: { $units } units, { $chats } staff chats, { $people } people.

cli-unit-none = There are no units yet: `linli unit add NAME --level community`.
cli-unit-line = { $name } ({ $level }) · poster link: ?start=u_{ $invite }
cli-unit-chat = · { $title }: { $purposes }
cli-unit-added = { $name } was added. Poster link: ?start=u_{ $invite }. Next: `linli unit bind { $name }`.
cli-unit-bind =
    Code for { $name }, { $purpose }: { $code }
    Make the bot an administrator of the group, then send there: /bind { $code }
    It works once, within 7 days.

cli-inbox-parked = { $incident } could not be handled; what it says is kept.
cli-inbox-hint = Once the cause is mended: `linli inbox retry NUMBER`.
cli-inbox-none = There are no messages that could not be handled.
cli-inbox-retried = { $incident } will be handled again at once, or when the bot starts next.
cli-inbox-unknown = There is no incident { $incident }: `linli inbox list` shows all.
cli-outbox-depth = Outbox: { $counts }
cli-outbox-empty = Outbox: no messages.
cli-outbox-pending = { $count } waiting
cli-outbox-paused = { $count } paused
cli-outbox-sent = { $count } sent
cli-outbox-superseded = { $count } no longer needed
cli-outbox-dead = { $count } not deliverable
cli-outbox-unreachable = { $count } to people who cannot be reached
cli-outbox-oldest = The oldest has waited { $minutes } minutes.
cli-outbox-dead-row = #{ $id } to chat { $chat }, { $attempts } tries: { $error }
cli-outbox-hint = Once the cause is mended: `linli outbox revive ID`.
cli-outbox-revived = #{ $id } will be tried again.
cli-outbox-not-dead = There is no undeliverable message #{ $id }: `linli outbox list` shows all.
cli-outbox-which = Say which: `linli outbox list` has the numbers.

cli-check-settings = settings
cli-check-file = read
cli-check-file-none = none; the environment alone counts
cli-check-file-open = { $file } holds secrets and others can read it: chmod 600 { $file }
cli-check-folder = data folder
cli-check-folder-closed = We may not write there: change its owner, or LINLI_DATA_DIR.
cli-check-key-open = secret.key can be read by others: chmod 600 it.
cli-check-database = database
cli-check-database-has = { $units } units, { $chats } staff chats
cli-check-no-chats = No group is bound yet: `linli unit bind NAME`, then send the code in the group.
cli-check-redis = Redis
cli-check-redis-away = No answer: check LINLI_REDIS_URL, and whether Redis or Valkey is running.
cli-check-token = token
cli-check-token-refused = Telegram refuses the token: ask @BotFather for the current one (/token).
cli-check-no-answer = No answer from { $url }: check the network, a proxy, or LINLI_API_URL.
cli-check-odd-answer = Telegram answered with { $error }: wait a minute and check again.
cli-check-chat-gone = The bot is not in this group: add it again, or bind another group.
cli-check-rights = In the group's settings give the bot: { $rights }.
cli-check-wrong = { $count ->
    [one] One thing is to be done.
   *[other] { $count } things are to be done.
}
cli-check-well = All is well.
cli-right-administrator = administrator
cli-right-can-manage-topics = manage topics
cli-right-can-delete-messages = delete messages
cli-right-can-pin-messages = pin messages

cli-demo-starting = Starting the demo …
cli-demo-port-taken = Port { $port } is in use; taking a free one.
cli-demo-ready =

    Ready. Open  { $url }

    Five doors, one after the other:
    1. Petition: be 王秀英, send /start, agree, and write 楼道灯坏了 (the light in the stairway is broken). Then be 刘敏: open 幸福社区·接待台, take the case, and write an answer in its topic.
    2. Booking: still 王秀英, write 下周二想找律师问遗产 (a lawyer next Tuesday, about an inheritance).
    3. Ballot: be 赵组长, send /start, then /vote.
    4. Disclosure: write 上个月电梯维修花了多少 (what the lift's repair cost last month), or send /news.
    5. Weekly news: send /subscribe and choose, press "+1 week" at the top left and see what comes; the staff group is reminded of what is late.
    Emma Smith speaks English to the same bot, 陳美玲 reads traditional characters.

    Ctrl-C ends the demo.
cli-demo-stopping = Stopping …
cli-demo-kept = Database and logs: { $folder }
cli-demo-child-ended = The demo's process "{ $name }" ended by itself (exit code { $exit }); its log tells why: { $log }
cli-demo-not-ready = The demo's process "{ $name }" did not get ready in time; its log tells why: { $log }
cli-config-undo-seconds = { $key } must be for how many seconds staff can take back what they write: 0 to 300, 0 sends at once.
cli-config-case-per-minute = { $key } must be the number of messages of one case that go to the staff one by one within a minute, 1 to 10000.
cli-config-group-per-minute = { $key } must be the number of messages a minute into one group, above 0 (Telegram allows 20).
cli-config-per-second = { $key } must be the number of calls to Telegram a second in all: above 0, at most 30.
cli-config-person-per-second = { $key } must be the number of messages a second to one person, above 0 (Telegram allows about 1).
cli-config-http-busy = Port { $port } cannot be used: choose another { $key }, or stop the program that has it.
cli-config-webhook-refused = Telegram does not take { $key }: { $error }. Write an https address that can be reached from outside.
cli-error-unit-name-empty = A unit needs a name, such as: linli unit add "Happiness" --level community.
cli-config-reopen-days = { $key } must be a number of days from 1 to 3650.
cli-config-district-name = { $key } must be the name of the body that reviews.
cli-config-district-address = { $key } must be the address of the body that reviews.
cli-config-district-phone = { $key } must be the phone number of the body that reviews.
cli-config-city-name = { $key } must be the name of the body of the second review.
cli-config-city-address = { $key } must be the address of the body of the second review.
cli-config-city-phone = { $key } must be the phone number of the body of the second review.
cli-error-bind-team-which = For a service team's group write --purpose team --team and which: { $teams }. For other purposes leave out --team.
