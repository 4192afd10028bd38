card-walk-in = 🚶 { $name } (at the counter, { $called ->
    [yes] left a phone number
   *[no] no phone number
})
card-for = 👤 { $author } for <b>{ $name }</b>
card-hint-walk-in = <i>Replies are kept for the slip. This person has no Telegram: please call them or tell them at the counter. What begins with // is an internal note.</i>
staff-kept-for-walk-in = 🚶 Kept; they see it with the code word of their slip. Please call them or tell them at the counter, too.
receipt-for = {"\u000A"}Filed by <b>{ $author }</b> for <b>{ $name }</b>.
case-for = 👥 For <b>{ $name }</b>
preview-for = 👥 For <b>{ $name }</b> (you are told how it goes)
button-change-whose = 👥 It is for somebody else
button-whose-self = It is my own matter
button-whose-named = For { $name }
button-whose-household = For family at home
button-whose-other = For somebody else
petition-whose = 👥 Whose matter is it?

    If you write for somebody, the staff see your name and theirs, and you are told how it goes. Their own petitions are not shown to you.
petition-whose-name = Please write the person's name.
petition-whose-phone = Do you want to leave a phone number of <b>{ $name }</b>? The staff look at it only when they need it. Else press "Skip".
whose-name-only = Please write the name only, at most { $count } characters.
button-phone = 📞 Phone
button-slip = 🖨 New slip
phone-is = { $name }: { $phone } (that you looked is written down)
slip-ready = 🖨 The slip of <b>{ $number }</b>: print it (A5) for { $name }. The code word is on it; give it to nobody else.
slip-title = { $unit }: your petition
slip-what = { $name }: { $kind }, filed on { $day }.
slip-next = Next: somebody takes it by { $claim } and replies by { $reply } (our own pledge).
slip-next-urgent = Next (urgent requests count in hours): somebody takes it by { $claim }, and you hear what is being done by { $reply } (our own pledge).
slip-law = By law: you are told whether it is accepted by { $accept }, and answered by { $answer } at the latest, counted from today.
slip-bot = To see how it goes: scan the code above, or find @{ $bot } on Telegram and send it the code word.
slip-call = Or call { $phone } and give the number { $number }.
slip-office = Or come to { $office } ({ $hours }).
slip-foot = The code word is like a key: keep it, and show it to nobody.
intake-label-kind = kind|type
intake-label-name = name
intake-label-phone = phone|mobile|telephone
intake-label-room = room|address|home
intake-label-text = text|matter|content
names-none = none|no|nothing|-
intake-kind = 📝 <a href="tg://user?id={ $user }">{ $name }</a> files for somebody: what kind is it?
    (Or write everything at once, a line each: <code>/intake name: …</code>, then phone, room, kind, text.)
intake-name = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b>: what is their name?
intake-name-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b>: what is their name? "None" if they rather not say.
intake-phone-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b>: their phone number? "None" if there is none.
intake-room-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b>: where do they live (building, room)? "None" if that is not said.
intake-text = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b>: what is it about? All in one message; pictures can go into the petition's topic later.
intake-look = 📝 <b>Please check</b>
    Kind: { $kind }
    Name: { $name }
    Phone: { $phone }
    Home: { $room }
    <blockquote>{ $text }</blockquote>
    To change something answer its question once more, or send <code>/intake phone: …</code>.
intake-filed = ✅ Filed as <b>{ $number }</b>; the slip is below.
intake-cancelled = Cancelled; nothing was filed.
intake-goes-on = You have one that is not filed yet; we go on with it. Press or answer "Cancel" if it is not wanted.
intake-elsewhere = You have one that is not filed yet in another group. Please file or cancel it there first.
intake-words-only = Please answer in words. Pictures can go into the petition's topic afterwards.
intake-not-yours = This is somebody else's, or it has been filed or cancelled.
button-intake-file = ✅ File and print
button-intake-cancel = ✖️ Cancel
error-own-case = { $number } is your own: colleagues have to handle it.
error-intake-empty = This is needed. Please answer once more.
error-intake-phone = That is no phone number. Please write it once more.
error-intake-long = That is too long: at most { $count } characters. Please write it once more.
error-intake-open = Something is missing: send /intake to go on.
error-slip-none = { $number } was not filed at the counter and has no slip.
error-phone-none = { $number } has no phone number.
