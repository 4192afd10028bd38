### Adopted suggestions that become motions

button-motion = 📜 Make a motion of it
motion-which = Who decides on the motion made of { $number }?
button-motion-residents = 👥 Residents' meeting
button-motion-households = 🏠 Household representatives
button-motion-representatives = 🧑‍🤝‍🧑 Residents' representatives
prompt-motion = <a href="tg://user?id={ $user }">{ $name }</a>, please answer this message with a sentence on how the party branch studied it ({ $number }). The motion takes the words of the suggestion; phone numbers, doors and names are hidden.
staff-motion-made = 📜 The draft of the motion made of { $number } is with the supervision committee: by /ballots they propose and approve it, then it is voted on.
motion-drafted = 📜 <b>{ $title }</b>
    A draft motion, made of an adopted suggestion ({ $number }); voting is set to begin { $opens }. If all is well, please propose it; to change words or dates, have a file loaded.
button-motion-look = 👀 Look at the draft
notice-motion-made = 📜 Your suggestion { $number } was adopted and is being made a motion: <b>{ $title }</b>. You will hear when voting begins and what comes of it. Your name is not in it.
notice-motion-open = 🗳 Voting has begun on the motion made of your suggestion { $number }: <b>{ $title }</b>
notice-motion-published = 🗳 There is a result on the motion made of your suggestion { $number }: <b>{ $title }</b>
notice-motion-withheld = 🗳 Voting is over on the motion made of your suggestion { $number }: <b>{ $title }</b>. The result is not published.
notice-motion-cancelled = 🗳 The motion made of your suggestion { $number } was cancelled: <b>{ $title }</b>.
error-motion-not-adopted = Only suggestions that were adopted, wholly or partly, and answered can become motions.
error-motion-made = The committee already has the motion made of { $number }; it cannot be changed any more.
