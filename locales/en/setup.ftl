# linli setup: step by step to a bot at work.
cli-help-setup = First installation: asks step by step and shows what to press in Telegram; stop and run it again at any time.
cli-help-setup-language = The language to ask in; without it, that is asked first.

cli-between = { ", " }

cli-setup-hello =
    Three steps: a bot, a community, a staff group. About five minutes.
    Ctrl-C stops at any time; run linli setup again to go on from there.

    ━━ 1/3 The bot ━━
cli-setup-botfather =
    Scan this with your phone to open @BotFather (or search for it in Telegram):
cli-setup-botfather-how =
    1. Send /newbot.
    2. Give the bot a name, such as "Harmony Community".
    3. Give it a username that ends in bot.
    4. BotFather answers with a token, like 123456789:AA…. Copy all of it.
    The token is a key: show it to nobody.

    Paste the token and press Enter. It does not show on the screen.
cli-setup-token-shape =
    That is no token. Copy the whole line BotFather gave you (digits, a colon,
    letters) and paste it again.
cli-setup-token-refused =
    Telegram refuses this token. Send /token to BotFather, choose your bot,
    copy the present token and paste it.
cli-setup-token-old = The token in { $file } no longer works; a new one is needed.
cli-setup-again =
    { $reason }
    Then press Enter to try again.
cli-setup-bot = ✓ The bot "{ $name }" (@{ $bot }) answers.
cli-setup-groups-off =
    @{ $bot } may not join groups yet. Open BotFather:
    send /setjoingroups, choose @{ $bot }, press Enable. Then press Enter here.
cli-setup-migrate =
    The database has to be brought to this program's revision. Do it now?
    (Back up first what matters.)
cli-setup-migrate-yes = yes
cli-setup-migrate-no = not now

cli-setup-community =
    ━━ 2/3 The community ━━
    What is the community called? Residents read it, as in "Harmony Community".
cli-setup-phone =
    { $name }: the phone of the desk? Residents who will not
    use the bot read it. If there is none, just press Enter.
cli-setup-community-added = ✓ { $name } was added.
cli-setup-units =
    ━━ 2/3 The community ━━
    It is there already:
cli-setup-which = Whose staff group is it?

cli-setup-group =
    ━━ 3/3 The staff group ━━
    { $name } · { $purpose }
cli-setup-for-desk = Desk: residents' matters arrive in this group; its members act.
cli-setup-for-supervision =
    Supervision: the supervision committee's group. Nothing is sent there yet;
      it may be bound later.
cli-setup-for-finance =
    Finance: the finance group's own group. Nothing is sent there yet; it may
      be bound later.
cli-setup-for-team = Service team: the team's own group. Nothing is sent there yet.
cli-setup-for-operators =
    Operators: for whoever looks after the bot. They are told here when
      messages cannot be sent or something is wrong with a group.
cli-setup-group-steps =
    1. Have a group in Telegram with your colleagues in it; best with topics on.
    2. Scan the code below with the group owner's phone, choose the group, press
       "Add bot as admin", and leave the rights as they are.
    Or by hand: add the bot, make it an administrator, and send in the group
      /bind { $code }
cli-setup-group-waiting = Waiting here for the group …
cli-setup-rights =
    The group "{ $title }" still lacks: { $rights }.
    Switch it on in the group's settings → Administrators → the bot.
cli-setup-send-again = All rights are there. Let an administrator send in the group: /bind { $code }
cli-setup-line = → { $text }
cli-setup-group-done = ✓ The group "{ $title }" serves { $name }: { $purpose }.
cli-setup-gone =
    The bot is no longer in the group "{ $title }", or no administrator there
    ({ $name }).
cli-setup-gone-new = another group
cli-setup-gone-later = leave it; I shall bring the bot back
cli-setup-others =
    Another staff group?
cli-setup-others-none = no more

cli-setup-posters =
    Residents come by a poster. Print this on it:
cli-setup-poster = { $name }:

cli-setup-check =
    ━━ Check ━━
cli-setup-environment = These settings come from the environment and have to be there at each start: { $names }
cli-setup-serving =
    Done! The bot is at work: residents can write now.
    It works as long as this window is open; Ctrl-C ends it.
cli-setup-served =
    Done! The bot is at work already: residents can write now.
cli-setup-end =
    To start the bot later: linli run. To have it start by itself with the
    machine: deploy/README.md. For groups below: linli unit add --help, or
    linli seed FILE.
cli-setup-interrupted =
    Stopped. What was done is kept; run linli setup again to go on.
    A bind code works for 7 days: with linli run, send it in the group then.

cli-setup-empty = Please write something and press Enter.
cli-setup-long = Too long: { $limit } characters at most.
cli-setup-garbled = There are characters in it that cannot be read. Please write it again.
cli-setup-no-phone =
    That is no phone number. Write it like 010-12345678 or +1 202 555 0100;
    if there is none, just press Enter.
cli-setup-number = A number from 1 to { $count }, please; Enter alone means { $preferred }.
cli-setup-no-more-answers =
    There was no answer. What was done is kept; run linli setup again to go on.
cli-setup-bot-ended = The bot ended by itself; { $log } tells why. Then run linli setup again.
cli-setup-as-root = { $folder } is not root's folder: run this as its owner (user number { $owner }), see deploy/README.md.
cli-config-file-written = { $file } cannot be written: check the rights of this folder.
cli-config-file-edit = { $key } in { $file } cannot be changed: write it in one line, { $key } = "value".
