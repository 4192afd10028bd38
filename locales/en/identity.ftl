menu-identity = 🪪 Who I am
event-join = The author has been verified; the petition is theirs now
button-who-i-am = 🪪 See it
button-identity-paper = At the counter (get a code)
button-identity-help = For family without a phone (get a code)
button-take-walk-ins = Make these { $count } mine
identity = 🪪 <b>Who you are</b>

    Once you are found on the residents' roster you can vote, and your petitions go to where you live. What the roster says of you is not shown to other residents.
identity-known = 🪪 You are <b>{ $name }</b> ({ $unit }). If you have moved or something is wrong, please tell the committee.
identity-helped = 👥 You can also write for <b>{ $name }</b>.
identity-walk-ins = 📎 { $count } petitions were filed at the counter with your phone number: { $numbers }. Make them yours to see how they go and get the replies here.
identity-between = {", "}
identity-taken = ✅ { $count } petitions are yours now; see "My petitions".
identity-verify = 📱 <b>Who you are</b>

    Press "Show my phone number", then the button below the screen. The number is compared with the roster and not kept besides.
identity-typed = A number that is typed does not prove that it is yours. Press "Show my phone number", then the button below the screen.
identity-forwarded = A contact that was forwarded does not prove that it is yours. Press "Show my phone number", then the button below the screen.
identity-code = 🔑 Your code: <code>{ $code }</code>

    Good once, within 24 hours. Please bring a document to { $office } ({ $hours }) and show the code to the staff. Or call: { $phone }
    Do not send it to anybody.
identity-code-gone = A code is shown once. Get another one if you need it; the one before is void then.
identity-bound = ✅ The staff have seen your papers: you are <b>{ $name }</b> on the roster. If it was not you, please tell the committee at once.
identity-helps = ✅ The staff have seen the papers: you can write for <b>{ $name }</b>. If it was not you, please tell the committee at once.
person-usage = Like this: <code>/bindperson CODE NAME</code>; for several of one name add building or room. Residents get the code from the bot under "Who I am". Look at their papers first.
person-which = 🪪 Press once you have seen the papers. The account is then, on the roster:
person-which-helped = 🪪 The account is <b>{ $name }</b>'s already. With a press { $name } may write for this person, and not vote for them. Press once you have seen the papers:
person-more = … and { $count } more. Add building or room to the name.
button-person-bind = It is { $name } · { $home }
button-person-help = For { $name } · { $home }
person-bound = ✅ { $by } has seen the papers: the account is bound to { $name } ({ $home }).
person-helped = ✅ { $by } has seen the papers: this account may write for { $name } ({ $home }).
error-person-at-desk = Please do this in the group of the desk.
error-person-unknown = There is nobody like that on your roster. Check name, building and room.
error-person-taken = This person has an account already; nothing was bound.
error-person-bound = The account is bound to somebody else on the roster.
error-person-unverified = Please show who you are first.
error-paper-code = The code is wrong, used, or older than 24 hours. The resident can get another one from the bot.
