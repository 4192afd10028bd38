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
