button-neighbours-mine = 🏘 Let neighbours know
neighbours-mine = 🏘 <b>May neighbours know that this was reported?</b> ({ $number })
    If you agree, staff can write one line. Neighbours who are about to write the same see it and can sign with you, so that not everybody writes it anew.
    That line holds neither your name nor your phone or door. Who joins is seen by name only by the representatives and by whoever handles it.
    You can take it back at any time; then nobody sees it any more, at once.
neighbours-mine-allowed = 🏘 <b>{ $number }</b>: you have agreed. Staff have not written the line yet; neighbours see nothing now.
neighbours-mine-shown = 🏘 <b>{ $number }</b>: neighbours about to write the same now read:
    “{ $line }”
neighbours-mine-over = 🏘 <b>{ $number }</b> is over and no longer shown to neighbours.
button-neighbours-allow = I agree
button-neighbours-refuse = Take it back, show nobody
neighbours-thanks = ✅ Thank you. You will be told once staff have written the line.
neighbours-refused = ↩️ Taken back; neighbours see nothing any more.
notice-neighbours-shown = 🏘 Neighbours about to write the same as your <b>{ $number }</b> now read this line:
    “{ $line }”
    If you do not want that, take it back below.
notice-neighbours-hidden = 🏘 The line about your <b>{ $number }</b> has been taken down; neighbours see it no more: “{ $line }”
button-neighbours = 🏘 Show to neighbours
neighbours-not-allowed = 🏘 <b>{ $number }</b>: its author has not agreed that neighbours know. They can do so under “Sign together”.
neighbours-allowed = 🏘 <b>{ $number }</b>: its author agrees that neighbours know. Please write one line; those about to write the same will see it. Nothing is shown now.
neighbours-shown = 🏘 <b>{ $number }</b>: neighbours about to write the same read:
    “{ $line }”
button-neighbours-write = Write a line
button-neighbours-change = Write another line
button-neighbours-down = Take it down
prompt-neighbours = <a href="tg://user?id={ $user }">{ $name }</a>, please answer this message with one line: what { $number } is about and where, without names. For example: lift of building 3 out of order, repair called.
staff-neighbours-allowed = 🏘 The author of { $number } agrees that neighbours know. To show it: More → Show to neighbours.
staff-neighbours-refused = 🏘 The author of { $number } has taken it back; neighbours see the line no more.
staff-neighbours-shown = ✅ { $name }, neighbours now read this line about { $number } (phones and doors hidden); its author has been told: “{ $line }”
staff-signer-adds = 👥 Somebody who signs { $number } also wrote:
    <blockquote>{ $text }</blockquote>
error-line-too-long = This line is too long: at most { $count } characters. Please answer with a shorter one.
error-line-names-author = This line holds the author's name. Please answer without it.
error-neighbours-not-allowed = The author of { $number } has not agreed that neighbours know, or has taken that back.
error-reported-gone = This can no longer be joined. What you wrote is still there; please file it.
reported = 🏘 <b>Others have reported this already:</b>
    If it is the same, you can join them; you will be told of progress and the answer. Representatives and whoever handles it see your name “{ $name }”; others see only the number.
    If it is something else, file your own.
reported-line = • { $line }
reported-gone = That can no longer be joined. Please file your own.
button-reported-join = Join: { $line }
button-reported-anyway = File my own
joined = ✅ <b>You have joined { $number }</b> and will be told of progress.
    What you wrote is still there. Shall it go to whoever handles it, too? It goes without your name.
button-joined-with = Send it along
button-joined-keep = Keep it as a draft
button-joined-drop = Throw it away
joined-with-words = ✅ It went to whoever handles it, without your name.
joined-kept = 📝 What you wrote stays a draft; you can go on with it later.
card-near = 🔗 May be the same: { $numbers } (More → Similar cases, to merge)
