petition-other = 🤝 <b>With whom is the dispute?</b>
    Mediation is free, and voluntary for both. When you have handed this in you get a link for you to pass on. The other party sees <b>your name</b> and one line of yours, neither your phone number nor what you write to the office. It begins only if they are willing; either of you can stop at any time.

    Write what you call the other party, such as “Mr Zhao upstairs”, or press “Skip”.
petition-other-long = Please write a shorter name ({ $count } characters at most).
button-change-other = Change the other party
preview-other = 🤝 Other party: { $other }. When this is handed in you pass a link on to them; it is free, and both must be willing.
preview-other-none = 🤝 The other party is not named yet. When this is handed in you pass a link on to them; it is free, and both must be willing.
button-mediation = 🤝 Mediation
gm-state-asked = waiting for the other party
gm-state-willing = both are willing
gm-state-drafted = the agreement waits for both
gm-state-agreed = agreed
gm-state-failed = no agreement
gm-state-declined = the other party was not willing
gm-state-left = one party stopped
gm-page = 🤝 <b>{ $number } mediation</b> ({ $unit })
    State: { $state }. It is free and voluntary; either of you can stop at any time.
gm-page-other = 🤝 <b>{ $name } asked you to mediate</b> ({ $number }, { $unit })
    State: { $state }. It is free and voluntary; you can stop at any time.
    { $line }
gm-page-mediator = 👤 Mediator: { $name }
gm-page-session = 🗓 { $at }, { $place }
gm-page-text = 📄 <b>Agreement</b>
    { $text }
gm-page-until = ⚖️ If the court shall confirm it, apply together up to and including { $until }.
gm-page-confirmed = ✅ You have confirmed this agreement.
gm-page-link = Pass this on to the other party:

    { $asker } asks you to mediate at { $unit }: { $line }
    Free and voluntary. See here: { $link }
receipt-mediation = 🤝 The other party is still to be invited: press “How is it getting on?”, then “🤝 Mediation”, write one sentence, and you get a link to pass on.
gm-page-uninvited = Next: write one line that tells the other party what it is about, and you get a link. Somebody without a phone can tell the office, and staff note it down.
gm-page-said = <b>Between you and the office</b> (the other party does not see what you write)
gm-you-said = { $at } You: { $text }
gm-staff-said = { $at } Office, { $name }: { $text }
button-gm-invite = Invite the other party
button-gm-line = Change that line
button-gm-qr = 🔳 A QR code to show
gm-qr = 🤝 { $name } asks you to mediate: { $line }. Scan it with Telegram.
gm-line = Write <b>one line</b> that tells the other party what it is about, such as “compensation for the leak”.
    They see only your name and this line. { $count } characters at most.
gm-line-kept = ✅ Done. Please pass the link on to the other party.
gm-invited = 🤝 <b>{ $name } asks you to mediate</b> ({ $unit })
    { $line }

    A mediator of the committee leads it; it is <b>free, and voluntary for both</b>. It begins only if you are willing, and you can stop at any time.
    If you are, staff see your name “{ $own }”; the other party sees neither your phone number nor what you tell the office.
gm-invited-own = This is your own link. Please pass it on to the other party.
button-gm-consent = ✅ I am willing
button-gm-decline = I am not willing
gm-decline = Are you sure you do not want mediation? It ends here, and the other party is told that you were not willing.
button-gm-decline-yes = Yes, I am not willing
gm-consented = ✅ You are willing. The office will choose a mediator now.
gm-you-declined = All right, there will be no mediation. Your name was not kept.
button-gm-write = ✏️ Tell the office something
gm-write = Write what the staff shall read. <b>The other party does not see it.</b>
button-gm-leave = I want to stop
gm-leave = Are you sure you want to stop? <b>{ $number }</b> ends with it, and the other party is told.
button-gm-leave-yes = Yes, stop
gm-you-left = ↩️ All right, the mediation is over.
button-gm-confirm = ✅ I confirm the agreement
gm-you-confirmed = ✅ You have confirmed. It counts when the other party has, too.
gm-you-agreed = ✅ Both have confirmed: the agreement counts.
gm-row = { $mark } 🤝 { $number } you were asked to mediate ({ $stage })
gm-willing = 🤝 <b>{ $number }</b> The other party is willing. The office will choose a mediator now.
gm-declined = 🤝 <b>{ $number }</b> The other party is not willing, so it ends here.
    You can still turn to an authority, to arbitration or to the court. If in doubt, ask at the committee's legal advice first.
gm-left = 🤝 <b>{ $number }</b> One party stopped, so the mediation is over.
    You can still turn to an authority, to arbitration or to the court. If in doubt, ask at the committee's legal advice first.
gm-failed = 🤝 <b>{ $number }</b> There was no agreement, so the mediation is over.
    You can still turn to an authority, to arbitration or to the court. If in doubt, ask at the committee's legal advice first.
gm-mediator = 👤 The mediator of <b>{ $number }</b> is { $name }.
gm-session = 🗓 <b>{ $number }</b> You meet on <b>{ $at }</b>, <b>{ $place }</b>. Mediator: { $name }.
gm-session-changed = 🗓 <b>{ $number }</b> Time or place has changed: <b>{ $at }</b>, <b>{ $place }</b>. Mediator: { $name }.
gm-agreement = 📄 <b>{ $number } agreement</b>
    { $text }

    Please read it carefully. If you agree, press “I confirm the agreement”, or sign at the office. It counts when both have confirmed.
gm-agreed = ✅ <b>{ $number }</b> Both have confirmed: the agreement counts from today.
    ⚖️ If the court shall confirm it, apply together up to and including <b>{ $until }</b> (People's Mediation Law, art. 33). It counts without that, too.
gm-remind = ⚖️ If the court shall confirm the agreement of <b>{ $number }</b>, the last day is <b>{ $until }</b>, and you go together. Otherwise there is nothing to do.
gm-stage-transferred = 🤝 <b>{ $number }</b> went to another community; the mediation goes on there.
gm-stage-escalated = 🤝 <b>{ $number }</b> went to the street office; the mediation goes on there.
gm-stage-not_accepted = 🤝 <b>{ $number }</b> was not accepted; there will be no mediation.
event-gm_consent = { $at } The other party is willing
event-gm_decline = { $at } The other party is not willing
event-gm_mediator = { $at } A mediator was chosen
event-gm_session = { $at } Time and place were set
event-gm_draft = { $at } An agreement was written
event-gm_confirm = { $at } One party confirmed the agreement
event-gm_agree = { $at } Both confirmed the agreement
event-gm_fail = { $at } No agreement
event-gm_leave = { $at } One party stopped
event-gm_end = { $at } The mediation is over
card-mediation = 🤝 { $state } · other party: { $other }{ $named ->
    [no] {""}
   *[yes] {" "}· mediator: { $mediator }
}{ $held ->
    [yes] {" "}· { $at }
   *[no] {""}
}
button-gm = 🤝 Mediation
gm-desk = 🤝 <b>{ $number } mediation</b>: { $state }
    Other party: { $other }{ $here ->
    [yes] {""}
   *[no] {" "}(not on the bot: tell them in person or by phone)
}
    Mediator: { $mediator }{ $held ->
    [yes] {"\u000A"}🗓 { $at }, { $place }
   *[no] {""}
}
    Do not tell one party what the other said. A reply goes to both; an answer to one party’s words goes to that party alone.
gm-choose-mediator = Who mediates <b>{ $number }</b>? Parties and whoever keeps out of it are not listed.
gm-no-mediators = <b>{ $number }</b> Nobody of this group can mediate yet. Colleagues appear here once they have written in the group.
gm-sure-paper = Has the other party really said that they are willing (in person, by phone or on paper)? <b>{ $number }</b>: this cannot be undone.
gm-sure-signed = Has the agreement really been signed on paper? <b>{ $number }</b>: this cannot be undone.
button-gm-paper = 📝 Willing, said in person
button-gm-declined = 🚫 The other party says no
button-gm-mediator = 👤 Choose the mediator
button-gm-session = 🗓 Set time and place
button-gm-draft = 📄 Write the agreement
button-gm-signed-asker = ✍️ The asker has signed
button-gm-signed-other = ✍️ The other party has signed
button-gm-failed = 🏁 No agreement
button-gm-left = ↩️ One party stops
button-gm-asker = 💬 To the asker alone
button-gm-other = 💬 To the other party alone
prompt-gm-session = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message with day, time and place of { $number }, such as “下周三下午3点 社区二楼调解室”.
prompt-gm-draft = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message with the whole agreement of { $number }. Both get it, and it counts when both have confirmed.
prompt-gm-failed = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message: why was there no agreement in { $number }? Only colleagues read it.
prompt-gm-declined = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message: what did the other party of { $number } say? Only colleagues read it.
prompt-gm-left = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message: which party of { $number } stops, and what did they say? Only colleagues read it.
prompt-gm-asker = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message with what only the asker of { $number } shall read.
prompt-gm-other = <a href="tg://user?id={ $user }">{ $name }</a>, answer this message with what only the other party of { $number } shall read.
gm-staff-willing = 🤝 { $number } The other party, { $name }, is willing. Please choose a mediator.
gm-staff-declined = 🤝 { $number } The other party is not willing; it is over.
gm-staff-left = 🤝 { $number } { $name } stopped; it is over.
gm-staff-confirmed = 📄 { $number } { $name } confirmed the agreement; the other one is still to come.
gm-staff-agreed = ✅ { $number } { $name } confirmed the agreement; both have, and it is over.
gm-staff-other-adds = 🤝 <b>{ $name }</b> (other party) says ({ $number }, not to be told to the asker):
    <blockquote>{ $text }</blockquote>
gm-staff-only-asker = 🤫 Sent to the asker of { $number } alone.
gm-staff-only-other = 🤫 Sent to the other party of { $number } alone.
gm-staff-mediator = 👤 <a href="tg://user?id={ $user }">{ $name }</a>, you are the mediator of { $number }.
gm-staff-session = ✅ { $number } Both were told time and place.
gm-staff-draft = ✅ { $number } Both were sent the agreement to confirm.
gm-staff-ended-failed = 🏁 { $number } No agreement; it is over, and both were told.
gm-staff-ended-declined = 🏁 { $number } The other party is not willing; it is over, and the asker was told.
gm-staff-ended-left = 🏁 { $number } One party stopped; it is over, and both were told.
error-mediation-link-unknown = This link leads nowhere any more. Ask whoever gave it to you, or the office.
error-mediation-own-link = This is your own link. Please pass it on to the other party.
error-mediation-line-long = That line is too long: { $count } characters at most.
error-mediation-text-changed = The agreement has changed. Please read the latest one before you confirm.
error-mediation-no-mediator = { $number } has no mediator yet. Choose one once both are willing.
error-mediation-nobody = The other party of { $number } is not on the bot: tell them in person or by phone.
error-mediation-session-when = No clear day and time. Write both, such as “下周三下午3点 社区二楼调解室”.
error-mediation-session-past = That time is over. Write one to come.
error-mediation-session-where = Write the place, too, such as “下周三下午3点 社区二楼调解室”.
error-mediator-unfit = This person cannot mediate: a party, somebody who keeps out of the case, or not of this group.
error-mediation-asked = { $number } The other party has not said yet whether they are willing.
error-mediation-willing = { $number } There is no agreement yet, or the other party is willing already: nothing to do here.
error-mediation-drafted = { $number } The agreement waits for both: this cannot be done now.
error-mediation-agreed = { $number } There is an agreement; it cannot be changed.
error-mediation-failed = { $number } The mediation is over, without an agreement.
error-mediation-declined = { $number } The mediation is over: the other party was not willing.
error-mediation-left = { $number } The mediation is over: one party stopped.
