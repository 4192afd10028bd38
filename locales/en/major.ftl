button-major = ⭐ Major matter
major = ⭐ <b>{ $number }</b> is a major matter, lead: { $lead }{ $any ->
    [yes] ; team: { $team }
   *[no] {""}
}
major-choose-lead = ⭐ Make <b>{ $number }</b> a major matter: who leads it? The lead owns it to its end.
major-choose-other = Who leads <b>{ $number }</b> instead? After the press please write why.
major-choose-team = The team of <b>{ $number }</b>: press a name to add it, again to take it off.
button-major-lead = Another lead
button-major-team = Team
button-finding = 🔎 Tell the finding
button-upward = 📤 Report upward
button-upward-send = Send it up
card-lead = ⭐ <b>Major matter</b>, lead: { $name }{ $any ->
    [yes] ; team: { $team }
   *[no] {""}
}
major-you-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>, you lead { $number } and own it to its end (set by { $by }).
major-you-join = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>, please join the team of { $number } (asked by { $by }).
major-you-leave = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>, you are no longer in the team of { $number } (changed by { $by }).
notice-major = ⭐ { $number } is now a major matter; { $name } owns it to its end.
event-major = { $at } made a major matter with a lead
event-lead = { $at } another lead
event-finding = { $at } finding told
prompt-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why the lead changes ({ $number }); only colleagues read it. Pressed by mistake? Reply “cancel”.
prompt-finding = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with the finding; it goes to the resident ({ $number }). Pressed by mistake? Reply “cancel”.
prompt-upward = 📤 <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with what you ask of the level above ({ $number }); it goes up with the summary. Pressed by mistake? Reply “cancel”.
case-finding = 🔎 <b>Finding on { $number }</b>
    { $name }, { $unit }:
    { $text }
upward-look = 👀 <b>{ $number }: the level above will read this</b> (phones, identity numbers and doors are hidden). Look at it, then send:
upward = 📤 <b>Major matter { $number }</b>
    { $unit } · { $kind } · since { $day }
upward-text = <blockquote>{ $text }</blockquote>
upward-place = Where: { $place }
upward-lead = Lead: { $name }
upward-done = { $day } { $what }
upward-did-claim = accepted
upward-did-reply = wrote to the resident
upward-did-ask_more = asked the resident for more
upward-did-answer = answered
upward-did-finding = told the finding
upward-did-major = made a major matter
upward-did-lead = another lead
upward-asked = <b>Asked of you:</b> { $text }
    <i>Reply to this message, and it goes to the colleagues who work on it.</i>
upward-sent = 📤 { $name } has sent the report on { $number } up. What they answer will appear here.
upward-answer = 📥 <b>{ $name }, { $unit }</b>:
    <blockquote>{ $text }</blockquote>
upward-passed-on = Passed on to the colleagues who work on it.
duty-brief-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a> leads { $number }, statutory limit { $day }
error-major-already = It is a major matter already, led by { $name }. For another lead press “Another lead”.
error-major-not = This is no major matter yet. Press “Major matter” first and choose a lead.
error-major-lead-unchosen = Who leads it instead? Press “Another lead”, then a name.
error-major-team-full = At most { $count } people in a team.
error-major-nobody-above = The level above has no staff chat yet. Please report by telephone.
command-group-major = Major matter: lead, team, report upward
card-lead-none = ⭐ <b>Major matter</b>; its lead keeps out of it, <b>please choose another</b>{ $any ->
    [yes] ; team: { $team }
   *[no] {""}
}
major-needs-lead = ⭐ { $name } keeps out of { $number } and no longer leads it. Please choose another lead.
button-major-choose = Choose a lead
error-major-recused = { $name } keeps out of { $number } and can neither lead it nor look into it. Please choose somebody else.
