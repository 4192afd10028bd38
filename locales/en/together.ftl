button-together = 👥 Sign together
together-about = 👥 <b>Ask neighbours to sign with you</b> ({ $number })
    Once it is open you get a link to pass on; whoever taps it can join.
    Whoever has the link sees the number, the beginning of the text and how many sign.
    Who has joined is seen only by the representatives and by whoever handles it; others see the number.
    At most { $count } represent it: you are the first and can ask others. Representatives see everything, can add words and withdraw it.
button-together-open = Open it to others
together = 👥 <b>{ $number }, signed together</b>
    { $stage } · { $unit } · { $count } people
    { $text }
    You are: { $part }
together-link = Pass this link on to neighbours:
    { $link }
together-part-signer = a co-signer
together-part-asked = a co-signer, asked to represent it
together-part-speaker = a representative
together-join = 👥 <b>A neighbour asks you to sign with them</b> ({ $number }, { $unit }, { $count } so far)
    { $text }
    If you join, the representatives and whoever handles it see your name “{ $name }”; others see only the number. You are told of progress and the answer. You can leave as long as it is open.
button-together-join = I join
together-join-over = { $number } is over; nobody can join any more. You can write something new yourself.
together-join-already = You are part of { $number } already; { $count } people sign it.
together-joined = ✅ You have joined. You will be told of progress.
button-together-leave = Leave
together-leave = Really leave <b>{ $number }</b>? You will not be told of its progress any more.
button-together-left = Yes, I leave
together-left = ↩️ You have left.
button-together-people = See who has joined
together-people = 👥 <b>{ $number }</b>: { $count } people sign, of { $hidden } the name has been taken out.
    Tap a name to ask them to represent it, too (at most { $most }, if they agree). Please keep the names to yourself.
together-person = { $name } ({ $part })
together-asked-them = { $name } has been asked.
together-asked = 👥 A representative of <b>{ $number }</b> asks you to represent it, too. Representatives see everything, can add words and withdraw it. If you would rather not, do nothing.
button-together-speak = I will represent it
together-speaks = ✅ You are a representative now: you see everything and can add words.
together-progress = 👥 <b>{ $number }</b>, which you sign: { $stage }
together-row = { $mark } Signed: { $number } ({ $stage })
event-collective = { $at } opened for neighbours to join
event-merge = handled together with the same matter
event-unmerge = handled by itself again
card-signers = 👥 { $count } people sign
card-merged = 🔗 Merged into { $number }, answered with it
button-signers = 👥 Who signs
signers-pages = Who signs <b>{ $number }</b>: tap a page, only you will see it. Each look is written down.
signers-none = Nobody signs <b>{ $number }</b>.
button-signers-page = Page { $page }
signer-row = { $name } ({ $part })
button-similar = 🔗 Similar cases
similar = Open cases like <b>{ $number }</b>:
    Merged, this one keeps its number and is answered with the other; the people add up.
similar-row = • { $number } { $text }
similar-none = Nothing like <b>{ $number }</b> was found.
similar-merged = 🔗 <b>{ $number }</b> is merged into <b>{ $main }</b> and answered with it.
button-merge = Merge into { $number }
button-unmerge = Undo the merge
prompt-unmerge = <a href="tg://user?id={ $user }">{ $name }</a>, please answer this message with the reason why { $number } shall not be merged any more.
staff-unmerged = ✅ { $name } has undone the merge of { $number }; it stands for itself again.{ $awaits ->
    [claim] {" "}Its own dates count again: to be taken by { $day }.
    [reply] {" "}Its own dates count again: to be answered by { $day }.
   *[nothing] {""}
}
staff-parted = 🔗 { $main } does not go on here; { $number }, which was merged into it, stands for itself again.{ $awaits ->
    [claim] {" "}Its own dates count again: to be taken by { $day }.
    [reply] {" "}Its own dates count again: to be answered by { $day }.
   *[nothing] {""}
}
notice-merged = 🔗 <b>{ $number }</b> is handled together with others about the same matter; you will get the answer. Your number stays.
notice-unmerged = 🔗 <b>{ $number }</b> is handled by itself again. Its number stays.{ $awaits ->
    [claim] {" "}So does its date: somebody takes it by { $day }.
    [reply] {" "}So does its date: we answer you by { $day }.
   *[nothing] {""}
}
error-together-kind = { $number } is of a kind that cannot be signed together or merged.
error-together-unnamed = { $number } bears no name, so nobody can join it.
error-together-closed = { $number } is over; who signs cannot be changed any more.
error-together-speakers-full = At most { $count } people represent it, and there are as many.
error-together-link-unknown = This link leads nowhere. Please ask your neighbour for it again.
error-together-person-gone = This person is not on the list any more.
error-together-merged = A colleague has just merged it; please look again.
error-merge-main = These two cannot be merged so: one has others merged into it, or they are the same.
error-merge-kinds = { $number } and { $other } are of different kinds and cannot be merged. Please answer each by itself.
error-merge-none = { $number } is not merged.
error-signers-not-yours = { $number } is not in your hands. Only its handler sees who signs.
