button-more = ⋯ More
button-sure = Yes, I am sure
button-menu-back = ← Back
case-menu = <b>{ $number }</b>, what else:
case-menu-empty = <b>{ $number }</b>: there is nothing else to do now.
button-hand-back = ↩️ Hand back
prompt-hand-back = ↩️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why you hand it back ({ $number }); only colleagues read it. Pressed by mistake? Reply “cancel”.
staff-handed-back = ↩️ { $name } has handed { $number } back. Colleagues, please press “I'll take it”. It stays accepted, its dates stay.
notice-handed-back = 🔁 { $number }: whoever had it no longer does; a colleague will go on with it. It stays accepted, its dates stay, you need do nothing.
event-hand_back = { $at } handed back, waits for a colleague
button-recuse = 🙅 I must keep out
recuse-sure = Do you have an interest in <b>{ $number }</b> and keep out of it? You can then neither take it nor work on it any more, and this cannot be undone.
recuse-done = 🙅 { $name } keeps out of <b>{ $number }</b>.
staff-recused = 🙅 { $name } keeps out of { $number }; colleagues deal with it from now on.
error-you-recused = You keep out of { $number } and cannot work on it. Please leave it to a colleague.
error-not-in-your-hands = { $number } is not in your hands, so there is nothing to hand back. To take it, press “I'll take it” on its card.
error-reason-empty = Please write a few words why, and send it again. A picture alone does not say it.
error-command-which = Which case is /{ $command } for? Send it in the case’s topic, or in reply to its card, or with its number: /{ $command } 123 …
error-command-number = This group has no case with that number. Please check it, or send /{ $command } in reply to the case’s card.
stage-transferred = passed on
stage-escalated = sent up
stage-not_accepted = not accepted
stage-reopened = taken up again
stage-under_review = looked at by the level above
stage-review = under review
stage-reviewed = reviewed
stage-rereview = under second review
stage-final = ended for good
mark-transferred = ➡️
mark-escalated = ⬆️
mark-not_accepted = 🚫
mark-reopened = 🔁
mark-under_review = 🔎
mark-review = ⚖️
mark-reviewed = ⚖️
mark-rereview = ⚖️
mark-final = ⏹
event-transfer = { $at } passed on to { $unit }: { $reason }
event-object = { $at } not a matter of { $from }, back to { $unit }: { $reason }
event-escalate = { $at } sent up to { $unit }: { $reason }
event-go_to_street = { $at } you took it straight to { $unit }
event-not_accept = { $at } not accepted: { $reason }
event-same_matter = { $at } the same matter is being dealt with, so not accepted again: { $reason }
event-reopen = { $at } taken up again
event-reconsider = { $at } you were not content with the answer; { $unit } looks at it
event-ask_review = { $at } you asked for a review
event-review_done = { $at } opinion of the review: { $reason }
event-review_redo = { $at } the review wants it dealt with anew: { $reason }
event-ask_rereview = { $at } you asked for the second review
event-rereview_done = { $at } opinion of the second review, which ends it: { $reason }
error-case-stage-transferred = { $number } was passed on and nobody has taken it yet. Please press “I'll take it” first.
error-case-stage-escalated = { $number } was sent up and nobody has taken it yet. Please press “I'll take it” first.
error-case-stage-not_accepted = { $number } was not accepted, so this cannot be done. To take it up again use “More”.
error-case-stage-reopened = { $number } was taken up again and nobody has it yet. Please press “I'll take it” first.
error-case-stage-under_review = { $number } waits for somebody to look at it. Please press “I'll take it” first.
error-case-stage-review = { $number } is under review. When the opinion comes, please record it by “More”.
error-case-stage-reviewed = { $number } has been reviewed and cannot be changed. The second review can be asked for within 30 days.
error-case-stage-rereview = { $number } is under second review. When the opinion comes, please record it by “More”.
error-case-stage-final = { $number } ended with the second review and cannot be changed. Please write about a new matter separately.
card-due-review = ⏳ opinion from outside due by { $day }
card-gone = <i>↪️ <b>{ $unit }</b> deals with this now; what you write here does not reach the resident.</i>
case-promise-claim-again = ⏳ we promise that somebody takes it by { $claim }
button-unit = { $unit }
button-transfer = ➡️ Pass on
transfer-whither = To which unit shall <b>{ $number }</b> go?
transfer-nowhere = There is no other unit <b>{ $number }</b> could go to.
prompt-transfer = ➡️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why it goes to <b>{ $chosen }</b> ({ $number }); the resident reads it too. Pressed by mistake? Reply “cancel”.
button-escalate = ⬆️ Send up
prompt-escalate = ⬆️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why it goes up ({ $number }); the resident reads it too. Pressed by mistake? Reply “cancel”.
button-object = ↪️ Not ours
prompt-object = ↪️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why it is no matter of yours ({ $number }); the resident reads it too, and it goes back to where it came from. Pressed by mistake? Reply “cancel”.
button-not-accept = 🚫 Do not accept
prompt-not-accept = 🚫 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with two things: why it is not accepted, and where the resident has to go (office, address, phone) ({ $number }). They are told word by word. Pressed by mistake? Reply “cancel”.
button-same = 🔂 Same matter pending
prompt-same = 🔂 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with the number of the pending case first, then a few words ({ $number }). Pressed by mistake? Reply “cancel”.
button-reopen = 🔁 Take up again
prompt-reopen = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why it is taken up again ({ $number }); the resident reads it too. Pressed by mistake? Reply “cancel”.
button-review-done = ⚖️ Record the review
prompt-review-done = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with the opinion of the review ({ $number }); the resident is told word by word. Pressed by mistake? Reply “cancel”.
button-review-redo = ⚖️ Review wants it anew
prompt-review-redo = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with what the review wants done anew ({ $number }); the resident is told word by word. Pressed by mistake? Reply “cancel”.
button-rereview-done = ⏹ Record the second review
prompt-rereview-done = ⏹ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with the opinion of the second review ({ $number }); the resident is told word by word, and the case ends with it. Pressed by mistake? Reply “cancel”.
staff-sent-on = ✅ { $number } is with { $unit } now, with all that was said. Nothing more to do here.
staff-arrived-transfer = ➡️ { $number } was passed on by { $name } of { $unit }. Please press “I'll take it”. If it is no matter of yours, say so within five working days: “More” → “Not ours”.
staff-arrived-escalate = ⬆️ { $number } was sent up by { $name } of { $unit }. Please press “I'll take it”. If it is no matter of yours, say so within five working days: “More” → “Not ours”.
staff-arrived-object = ↪️ { $number } was sent back by { $name } of { $unit }, for the reason in the note. Please press “I'll take it”.
staff-not-accept = 🚫 { $number } is not accepted; the resident has been told why and where to go.
staff-same-matter = 🔂 { $number } is not accepted again; the resident has been led to the pending case.
staff-reopen = 🔁 { $number } is taken up again. Please press “I'll take it”.
staff-review-done = ⚖️ The opinion on { $number } is recorded; the resident has been told.
staff-review-redo = ⚖️ { $number } is to be dealt with anew. Please press “I'll take it”.
staff-rereview-done = ⏹ The opinion on { $number } is recorded; it has ended for good.
notice-transfer = ➡️ { $number } is with <b>{ $unit }</b> now; somebody takes it by { $claim }. Why:
    <blockquote>{ $reason }</blockquote>
    All that was said went along; you need not say it again.
notice-escalate = ⬆️ { $number } was sent up to <b>{ $unit }</b>; somebody takes it by { $claim }. Why:
    <blockquote>{ $reason }</blockquote>
    All that was said went along; you need not say it again.
notice-object = ↪️ { $number } is no matter of the office it went to, so it is back with <b>{ $unit }</b>; somebody takes it by { $claim }. Why:
    <blockquote>{ $reason }</blockquote>
notice-not-accept = 🚫 { $unit } does not accept { $number }:
    <blockquote>{ $reason }</blockquote>
    You can:
    • go to the office named above;
    • if you think this is wrong, open the case and say why: we take it up again, or you take it straight to the street;
    • call us or come to the counter.
notice-same-matter = 🔂 { $number } is the same matter as your { $pending }, which is being dealt with. So it is not accepted again.
    <blockquote>{ $reason }</blockquote>
    Please see that case below; if there is something new, write it there.
button-show-pending = See the pending case
notice-reopen = 🔁 { $number } is taken up again; somebody of { $unit } will deal with it. Why:
    <blockquote>{ $reason }</blockquote>
notice-review-done = ⚖️ The opinion of the review on { $number }:
    <blockquote>{ $reason }</blockquote>
    If you do not agree you can ask for the second review within 30 days: open the case and press “Ask for the second review”.
notice-review-redo = ⚖️ The review wants { $number } dealt with anew; somebody of { $unit } takes it soon:
    <blockquote>{ $reason }</blockquote>
notice-rereview-done = ⏹ The opinion of the second review on { $number }. By article 36 of the petition regulations the matter ends with it:
    <blockquote>{ $reason }</blockquote>
error-escalate-top = { $number } is with the street already; nobody above works with the bot. Please answer it here; the resident can ask for a review.
error-no-desk-there = { $unit } has no staff group yet, so nothing can go there. Please choose another unit, or have its group bound first.
error-transfer-choose = Please choose the unit first: “More” on the card → “Pass on”, then write why. What you wrote still stands above.
error-object-nowhere = No other unit sent { $number }, so there is nowhere to send it back to. Please pass it on, or do not accept it.
error-object-too-late = { $number } came more than { $days } working days ago, so it cannot go back (article 23). Please deal with it, or pass it on.
error-accepted-already = { $number } has been accepted, so this cannot be said any more. Please answer it, or pass it on.
error-same-not-theirs = This resident has no case with that number. Please check the pending case’s number and press “Same matter pending” again.
error-same-itself = That is the number of this very case. Please write that of the pending one, and press again.
error-same-not-open = { $number } is not being dealt with any more. Please accept this one, or do not accept it and say why.
error-reopen-too-late = { $number } was finished more than { $days } days ago. Please write a new case, or take it straight to the street.
error-review-not-street = The street has not answered { $number } yet. If you are not content, ask the level above to look at it.
error-review-too-late = The time to ask about { $number } ({ $days } days) is over. If there are new facts, please write a new case.
staff-arrived-go-to-street = ⬆️ The resident took { $number } from { $unit } straight to the street. Please press “I'll take it”.
staff-arrived-reconsider = 🔎 The resident is not content with the answer of { $unit } to { $number }. Please press “I'll take it”, look at it and answer anew.
staff-asked-reopen = 🔁 The resident wants { $number } taken up again. Please press “I'll take it”.
staff-asked-ask-review = ⚖️ The resident asks for a review of { $number } { $body }; the request has been sent to them. When the opinion comes, please record it by “More”.
staff-asked-ask-rereview = ⚖️ The resident asks for the second review of { $number } { $body }; the request has been sent to them. When the opinion comes, please record it by “More”.
button-roads = Not content? You can also…
button-roads-early = Straight to the street
roads = { $number }, you can also:
roads-none = { $number }: nothing else can be done now. If there is something new, write it here or as a new case.
road-reconsider = • Have { $unit } look at the answer once more. This is our own pledge; it takes no right from you.
road-reopen = • Have the same office take it up again{ $dated ->
    [yes] , by { $until }
   *[no] {""}
}.
road-go-to-street = • Take it straight to { $unit }. Any time, and it is never refused.
road-ask-review = • Ask for a review (article 35 of the petition regulations){ $named ->
    [yes] {" "}by { $body }
   *[no] {""}
}{ $dated ->
    [yes] , until { $until }
   *[no] {""}
}. We print the request for you.
road-ask-rereview = • Ask for the second review (article 36 of the petition regulations){ $named ->
    [yes] {" "}by { $body }
   *[no] {""}
}{ $dated ->
    [yes] , until { $until }
   *[no] {""}
}. We print the request for you.
button-road-reconsider = Have { $unit } look at it
button-road-reopen = Take it up again
button-road-go-to-street = Straight to { $unit }
button-road-ask-review = Ask for a review
button-road-ask-rereview = Ask for the second review
button-without-why = Send it without words
why-reconsider = In a few words, please: what is wrong with the answer to { $number }?
why-reopen = In a few words, please: why shall { $number } be taken up again?
why-go-to-street = What do you want to tell the street about { $number }? All that was said goes along.
why-ask-review = Please write why you ask for a review of { $number }; it is printed on the request: what is wrong, and what do you want?
why-ask-rereview = Please write why you ask for the second review of { $number }; it is printed on the request: what is wrong, and what do you want?
why-in-words = Please write a few words why. Photos and files can be added to the case itself.
went-reconsider = 🔎 { $unit } has been asked to look at { $number }; somebody takes it and answers you anew.
went-reopen = 🔁 { $unit } has been asked to take { $number } up again.
went-go-to-street = ⬆️ { $number } is with { $unit } now; somebody takes it.
went-ask-review = ⚖️ The request for { $number } comes at once. Please print it, sign it, and hand it in where it says, in time.
went-ask-rereview = ⚖️ The request for { $number } comes at once. Please print it, sign it, and hand it in where it says, in time.
went-paper-by-code = ⚖️ The request about { $number } is above. Please print it, write your name on it yourself, sign it and hand it in by the day it says. Nobody here knows who you are, so keep it well.
paper-ask-review = ⚖️ { $number }: request for a review. Please print and sign it, and hand it in by { $until }: { $body } { $address } { $phone }. An opinion follows within 30 days.
paper-ask-rereview = ⚖️ { $number }: request for the second review. Please print and sign it, and hand it in by { $until }: { $body } { $address } { $phone }. An opinion follows within 30 days, and with it the matter ends.
sheet-title-ask-review = Request for review (复查)
sheet-title-ask-rereview = Request for second review (复核)
sheet-to = To: { $body }
sheet-address = Address: { $address } Phone: { $phone }
sheet-from = From: { $name }    Number: { $number }
sheet-matter = Matter: { $text }
sheet-answered = Answered by: { $unit }    on: { $day }
sheet-answer = The answer: { $text }
sheet-why-ask-review = Why a review is asked for, and what is wanted: { $text }
sheet-why-ask-rereview = Why the second review is asked for, and what is wanted: { $text }
sheet-until-ask-review = To be handed in by { $day } (article 35 of the petition regulations: within 30 days of the answer). The opinion follows within 30 days.
sheet-until-ask-rereview = To be handed in by { $day } (article 36 of the petition regulations: within 30 days of the opinion). The opinion follows within 30 days.
sheet-sign = Signature: ______________    { $day }
sheet-foot-ask-review = Printed by Linli; please check before you sign.
sheet-foot-ask-rereview = Printed by Linli; please check before you sign.
same-open = Your open case { $number } has the same words. Is it the same matter?
same-gone = That case is not open any more; you can send this one as usual.
button-same-see = See { $number }, and add to it
button-same-anew = Another matter, send it
button-to-street = Send it straight to the street
button-to-unit = Send it to my own community after all
preview-to-street = 🏛 Straight to the street
error-reconsider-top = { $number } was answered by the street; if you are not content you can ask for a review.
error-street-already = { $number } is with the street already.
