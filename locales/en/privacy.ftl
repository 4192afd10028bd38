# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 A contact was sent here. At this level only the matter is shown, not the name and number.

cli-help-audit = Check whether the audit has been tampered with.
cli-help-audit-verify = Compare the audit with its seals, stretch by stretch; lists what does not fit and exits with 1.
cli-help-audit-seal = The beginning of a seal noted earlier (every page of /audit shows one); if it is not in the chain, rows were cut off.
cli-audit-well = The audit is intact: { $rows } rows, { $unsealed } of them not sealed yet. Newest seal: { $seal }
cli-audit-broken = Rows { $first }–{ $last } (sealed { $day }) do not fit: a row was changed, removed or put in later.
cli-audit-seal-unknown = The seal { $seal } is not in the chain: mistyped, or rows were cut off.
