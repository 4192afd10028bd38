# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 A contact was sent here. At this level only the matter is shown, not the name and number.

cli-help-audit = Check whether the audit has been tampered with.
cli-help-audit-verify = Compare the audit with its seals, stretch by stretch; lists what does not fit and exits with 1.
cli-help-audit-seal = The beginning of a seal noted earlier (every page of /audit shows one); if it is not in the chain, rows were cut off.
cli-audit-well = The audit is intact: { $rows } rows, { $unsealed } of them not sealed yet. Newest seal: { $seal }
cli-audit-broken = Rows { $first }–{ $last } (sealed { $day }) do not fit: a row was changed, removed or put in later.
cli-audit-seal-unknown = The seal { $seal } is not in the chain: mistyped, or rows were cut off.

command-group-identity = See who filed a case (asks why, is logged)
command-group-audit = The log: who looked at identities (supervision)

button-identity = 🔒 Who filed it
identity-why = 🔒 { $number }: to see the author's name, phone and address, first press the reason. Only whoever presses sees them; who looked, when and why is written down, and the supervision committee can read it.
identity-reason-call = To telephone
identity-reason-visit = To visit, or to work on the spot
identity-reason-check = To check who it is
identity-reason-help = Somebody is in danger
identity-shown = { $number }
    { $name }
    ☎ { $phone }
    ⌂ { $home }
identity-told = In the text: { $told }
audit-log = 🔎 Who looked at who filed a case (newest first)
audit-empty = 🔎 There are no such looks.
audit-row = { $number } · { $name } · { $at } · { $reason }
audit-seal = Page { $page } of { $pages }. One case, one month or one person: /audit 123, /audit 2026-03, /audit NAME. Seal of the log: { $seal }
button-newer = ◀ Newer
button-older = Older ▶
error-identity-none = { $number } bears no name: it was filed without one, or the name has been erased.
error-audit-elsewhere = The log is for the supervision committee; use it in their group.
error-audit-case-unknown = There is no such number, or it belongs to another unit.
error-audit-month = There is no such month; write it like 2026-03.

command-private-me = My data: see, take along, erase
menu-me = 👤 My data
card-unnamed-erased = 👤 (the author has had their name erased)
card-unnamed-expired = 👤 (closed long ago; the name has been taken out)
me = 👤 What is kept of you:
    Name: { $name }
    Community: { $unit }
    Checked against the roster: { $verified ->
        [yes] yes
       *[no] no
    }
    Language: { $language }
    News: { $rhythm }
    Agreed to the privacy text: { $agreed }; to passing through servers abroad: { $abroad }
    Matters: { $cases }. Bookings: { $bookings }. Votes taken part in: { $votes } (what you voted nobody knows)
me-mediations = Mediations others asked you to join: { $count }
button-me-export = 📦 Send me my data
button-me-subscribe = 🔔 Change my news
button-me-language = 🌐 Change language
button-me-reminders-off = 🔕 No booking reminders
button-me-reminders-on = 🔔 Remind me of bookings
me-reminders-off = All right, no more reminders the day and the hour before. When your turn on a waiting list comes, or a time is moved or cancelled, you are still told.
me-reminders-on = All right, you will be reminded the day and the hour before.
button-me-erase = 🗑 Erase my data
button-me-go-on = I have read it, go on
button-me-erase-now = 🗑 Erase it, for good
button-me-keep = Keep it
me-export-coming = It is being put together and will be sent to you soon, in { $count } files.
me-export-today = It has been sent once today; ask again tomorrow.
export-part = 📦 Your data, file { $part } of { $parts }. Inside are linli.json and your files.
me-erase = 🗑 Before you erase it, please read:
me-erase-goes = ▪ Goes at once: your name, account, language, community, consents, choices of news, unfinished words; bookings still to come are cancelled; your account is taken off the roster's line.
me-erase-stays = ▪ The law keeps: what you have filed and the answers, but without your name. What is open goes on; you get a code and read the answers with it; a mediation ends here. If you do not want it to go on, withdraw it first. A vote cannot be taken back.
me-erase-telegram = ▪ We cannot delete: what Telegram already shows to you and to the staff. Please delete your side yourself. Old copies in backups stay until the backups expire.
me-erase-words = ▪ We cannot find: names and numbers that you or others wrote inside words, and what photos and files show.
me-sure = 🗑 Erase everything? It cannot be undone.
me-codes = These matters go on and can only be read with their codes. Please write them down first:
me-code = { $number } — { $code }
me-erased = ✅ All erased. Please delete this chat too. Write to me whenever you like, and we start afresh.
error-erase-changed = You have just filed something else; please write the codes down again.
cli-config-mask-after-days = { $key } must be a number of days after the close of a case, from 30 to 36500.
cli-config-unused-files-days = { $key } must be a number of days that files stay to which nothing refers, from 1 to 36500.
cli-config-set-aside-days = { $key } must be a number of days that what could not be handled or sent stays, from 1 to 36500.
