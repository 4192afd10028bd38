# The five parts of an answer (art. 32)
part-claim = Your claim
part-facts = Facts found
part-rule = Rule applied
part-decision = Decision
part-review = If you disagree
# Headings that are recognised in one message
names-part-claim = claim|the claim|request
names-part-facts = facts|the facts|findings
names-part-rule = rule|the rule|legal basis|basis
names-part-decision = the decision|outcome|result
names-part-review = review|how to ask for review|appeal
answer-review-group = If you are not content, the community can look at it again: press "Not satisfied" in this case, or tell the community office.
answer-review-community = If you are not content, the street can look at it again: press "Not satisfied" in this case, or ask at the street's petition desk.
answer-review-street = If you disagree, you can ask the petition office of the district in writing for a review, within 30 days of receiving this.
prompt-part-claim = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, step 1: <b>reply to this message</b> with the resident's <b>claim</b> ({ $number }). It is a draft; nothing is sent. To stop, reply "cancel".
prompt-part-facts = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, step 2: <b>reply to this message</b> with the <b>facts found</b> ({ $number }). It is a draft; nothing is sent. To stop, reply "cancel".
prompt-part-rule = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, step 3: <b>reply to this message</b> with the <b>rule applied</b> ({ $number }). It is a draft; nothing is sent. To stop, reply "cancel".
prompt-part-decision = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, step 4: <b>reply to this message</b> with the <b>decision</b> ({ $number }). It is a draft; nothing is sent. To stop, reply "cancel".
prompt-part-review = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, <b>reply to this message</b> with <b>how to ask for review</b>: where, within how many days ({ $number }). Reply "cancel" to keep what stands there.
button-answer-steps = 📄 Answer step by step
answer-refused = ❗ Not sent yet: a street's answer needs "{ $part }". Press "Add" below; nothing you wrote is lost.
answer-draft = 📝 <b>Draft answer to { $number }</b> ({ $name }, not sent)
answer-draft-part = <b>{ $title }</b>
    { $text }
answer-draft-missing = ▫️ Missing: { $part }
answer-draft-files = 📎 Files that go along: { $count }
answer-file-kept = 📎 Kept; it goes along with the answer. The words of this part are still to come.
answer-album-kept = 📎 These pictures are kept and go out with the answer.
answer-draft-may-go = It can be sent without what is missing.
button-part-edit = ✏️ { $part }
button-part-add = ➕ Add: { $part }
button-answer-send = 📨 Send to the resident
button-answer-drop = 🗑 Discard
answer-drop-sure = Really discard the draft answer to <b>{ $number }</b>? All of it will be deleted.
answer-dropped = 🗑 The draft answer to { $number } is deleted. Nothing was sent to the resident.
answer-draft-sent = 📨 { $name } sent the answer to { $number }.
answer-hint = 💡 The answer to { $number } is sent. Next time, with these it is clearer:
answer-hint-part = · { $part }
error-answer-draft-gone = This draft has been sent or discarded. To write again, press "Answer step by step" under "More".
error-answer-draft-changed = A colleague has just changed this draft. Look at the newest one, then send it.
error-answer-incomplete = Something is missing, so nothing was sent. Press "Add" and complete it.
# Satisfaction
button-rate-satisfied = 😊 Satisfied
button-rate-basically = 🙂 Mostly
button-rate-unsatisfied = 🙁 Not satisfied
rate-satisfied = 😊 <b>{ $number }</b>: you chose "satisfied". Thank you! You can change it until { $day }.
rate-basically = 🙂 <b>{ $number }</b>: you chose "mostly". Thank you! You can change it until { $day }.
rate-unsatisfied = 🙁 <b>{ $number }</b>: you chose "not satisfied". What was wrong? Write it to me, or press "Rather not say".
    Staff see totals only: neither who chose what nor these words. You can change it until { $day }.
rate-heard = 🙁 <b>{ $number }</b>: noted, thank you for telling us. You can also:
    · add to the case and ask the staff to go on
    · { $review }
    You can change it until { $day }.
rate-review-group = have the community look at it again, or tell the community office
rate-review-community = have the street look at it again, or ask at the street's petition desk
rate-review-street = ask the petition office of the district in writing for a review, within 30 days of receiving the answer
rate-none = <b>{ $number }</b>: there is nothing to rate now.
rate-over = The time for rating is over ({ $days } days after the answer). Thank you.
button-rate-skip = Rather not say
button-rate-roads = Look at it again: the ways there are
button-rate-pass-on = Add to the case
rating-reminder = 😊 Were you content with the answer to <b>{ $number }</b>? One tap is enough, until { $day }.
button-rate-quiet = Do not ask me again
button-me-rating-off = Do not remind me to rate
button-me-rating-on = Remind me to rate
rate-words-only = Please write a few words, or press "Rather not say".
rate-quiet = All right, no more reminders to rate. You can still rate at any time.
rate-ask-again = All right, you will be reminded once.
error-rating-over = The time for rating is over ({ $days } days after the answer). Thank you.
stats-ratings = This year: satisfied { $satisfied } · mostly { $basically } · not satisfied { $unsatisfied }; content { $rate } % (until yesterday)
stats-ratings-few = Fewer than { $count } ratings this year, so none are shown (it might tell who)
# Canned answers
button-templates = 📋 Canned answers
names-variable-name = name|resident
names-variable-number = number|case number
names-variable-day = day|today|date
names-variable-due = due|deadline
names-variable-unit = unit|community
names-variable-office = office|address
names-variable-phone = phone|telephone
names-variable-hours = hours|opening hours
names-variable-kind = kind|type
names-variable-staff = staff|handler
template-somebody = resident
template-day = { $day }
tpl = 📋 <b>Canned answers</b>: { $count }. Press one to see it:
tpl-none = 📋 No canned answers yet. Press "Add": first a name, then the text.
tpl-in-case = 📋 Which one for <b>{ $number }</b>? You see it filled in first; nothing is sent at once:
tpl-in-case-none = 📋 No canned answers yet. Send /tpl in the group, outside any case, to add one.
button-tpl = { $above ->
    [yes] ⬆️ { $name }
   *[no] { $name }
}
button-tpl-add = ➕ Add
tpl-one = 📋 <b>{ $name }</b>{ $above ->
    [yes] {" "}(from the level above: to be used, not changed)
   *[no] {""}
}
    { $text }
button-tpl-change = ✏️ Change the text
button-tpl-drop = 🗑 Delete
tpl-drop-sure = 🗑 Delete "<b>{ $name }</b>"? It will be gone:
    { $text }
tpl-dropped = 🗑 "{ $name }" is deleted.
tpl-ask-name = ➕ <a href="tg://user?id={ $user }">{ $who }</a>, <b>reply to this message</b> with a name for the canned answer (30 characters at most). To stop, reply "cancel".
tpl-ask-text = ✏️ <a href="tg://user?id={ $user }">{ $who }</a>, <b>reply to this message</b> with the text of "{ $name }". You can use { $known }; they are filled in when it is used. To stop, reply "cancel".
tpl-saved = ✅ Saved: <b>{ $name }</b>
    { $text }
tpl-cancelled = All right. Nothing was changed.
tpl-filled = 👀 <b>{ $number }</b>, the resident will read:
    <blockquote>{ $text }</blockquote>
button-tpl-reply = 📨 Send as reply
button-tpl-answer = 📄 Send as answer
button-tpl-edit-reply = ✏️ Edit, then reply
button-tpl-edit-answer = ✏️ Edit, then answer
tpl-copy = ✏️ Tap to copy, change it, and reply with it to the prompt below:
    <code>{ $text }</code>
tpl-sent = 📨 { $number }: sent with "{ $name }".
tpl-drafted = ✍️ { $number }: "{ $name }" has <b>not been sent</b>. Parts are missing, so it became a draft (below): complete it and send it.
error-template-name = The name needs letters, { $count } at most. Please write it again.
error-template-text = The text needs words, { $count } characters at most. Please write it again.
error-template-variable = There is no "{ $word }". You can use: { $known }. Please correct it and write it again.
error-template-personal = Put no phone, identity or house numbers into canned answers. For the office's phone write {"{"}phone{"}"}. Please write it again.
error-template-many = There are { $count } already. Please delete some first.
error-template-exists = There is one of this name already. Choose another name, or open that one and change it.
error-template-changed = A colleague has just changed this one. Send /tpl to see the newest.
error-template-gone = This one has been deleted. Send /tpl again.
error-template-of-above = This one belongs to the level above: use it, but you cannot change it. One of your own with the same name goes before it.
