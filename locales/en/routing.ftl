door-petition-complaint = a complaint
door-petition-suggestion = a suggestion
door-petition-mediation = help to settle a quarrel
door-petition-service = a request for help
door-petition-report = a report of misconduct
door-case-status = how my cases are going
door-booking-legal = a lawyer's day, a legal question
door-booking-event = signing up for an activity
door-booking-leader = seeing an official or a deputy
door-booking-manage = my bookings: see, move or cancel
door-ballot-vote = voting
door-disclosure-query = published accounts and decisions
door-disclosure-subscribe = getting notices, or no more
door-account = my language and my data
door-human = a person: phone and address
door-greeting = saying hello
routed = 🧭 You wrote “{ $text }”. I take it as: <b>{ $door }</b>.

    If that is wrong, press “Not what I meant” at the bottom; your words are still there.
routed-urgent = ⚠️ In an emergency call 110, 119 or 120 first.
routed-greeting = 😊 Hello!
routed-no-day = There is no such day on { $day }. Here are the others:
routed-not-here = 🧭 I take it as: <b>{ $door }</b>. I cannot do that yet, but you can hand it to the staff.
button-not-meant = Not what I meant
names-not-meant = not what i meant|not that|wrong|that is wrong|something else|none of these
meant = You wrote:

    “{ $text }”

    Did you mean:
button-something-else = None of these, something else
names-cries = sos|mayday|emergency|save me|save us|ambulance|call an ambulance|fire|need an ambulance|i need an ambulance
names-of-staff = staff|official|director|secretary|committee
names-of-languages = language|english|chinese|simplified|traditional
why = 🧭 In what you wrote I went by these words: { $words }

    { $sure ->
        [act] So I took it as: <b>{ $door }</b>.
       *[other] Most likely: <b>{ $door }</b>, but I was not sure and asked you.
    }
why-wordless = 🧭 I went by your sentence as a whole. { $sure ->
    [act] I took it as: <b>{ $door }</b>.
   *[other] Most likely: <b>{ $door }</b>, but I was not sure and asked you.
}
why-unknown = 🧭 I could not tell what you wanted, so I asked you what to do with it.
why-nothing = There is nothing lately whose meaning I had to tell.
