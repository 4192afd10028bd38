menu-who = Look up a phone number
who = 📒 <b>Directory</b>
    Choose one for phone and hours, or type what you look for, such as “police phone”.
who-found = 📒 <b>Is it one of these?</b>
who-empty = The directory is empty. To reach somebody, see /help.
who-gone = This entry has been taken down.
who-row = { $name }
button-who-all = The whole directory
office = { $kind } <b>{ $name }</b>
office-kind-women = 👩 Women and children
office-kind-consumer = 🛒 Consumer rights
office-kind-police = 👮 Police
office-kind-lawyer = ⚖️ Legal help
office-kind-mediation = 🤝 Mediation
office-kind-health = 🏥 Health
office-kind-partner = 🏢 Partner unit
office-kind-other = 📍 Other
office-does = What for: { $text }
office-hours = Hours: { $text }
office-phone = ☎️ { $text }
office-place = Where: { $text }
office-goal = <b>Goal</b>: { $text }
office-plan = <b>Plan</b>: { $text }
office-measures = <b>Measures</b>: { $text }
office-results = <b>Results</b>: { $text }
office-words = <i>Also found by: { $text }</i>
names-office-kind = kind
names-office-does = does|what for
names-office-hours = hours
names-office-phone = phone
names-office-place = place|where
names-office-words = words|found by
names-office-goal = goal
names-office-plan = plan
names-office-measures = measures
names-office-results = results
staff-who = 📒 <b>Directory</b>: choose one to see, publish or take down. To change or add one, write:
    <code>/who Community police
    phone: 010-55500110
    hours: Mon–Fri 8:30–17:30
    does: reports, certificates
    words: police officer</code>
    A partner unit may also have goal, plan, measures, results.
staff-who-none = Nothing in the directory for “{ $text }”. To add one, write:
    <code>/who Name
    phone: number of the office
    hours:
    does:
    words:</code>
staff-who-row = { $draft ->
    [yes] ✏️ { $name } (not published)
   *[no] { $name }
}
office-look = 👀 <b>Residents will read this.</b> Look at it, then publish:
office-published = 📢 <b>What residents read now:</b>
office-dropped = This entry was dropped.
button-office-publish = Publish
button-office-drop = Drop
button-office-withdraw = Take down
command-private-who = Look up a phone number
command-group-who = Directory: look up, change, publish
error-office-elsewhere = The directory is changed in the desk's group.
error-office-name = Write a name, such as: /who Community police
error-office-phone = This is no number to dial. Write it like 010-55500110.
error-office-mobile = A mobile number belongs to a person and is not published. Write the office's own number.
error-office-long = Too long: at most { $count } characters here.
error-office-kind = There is no such kind. Write one of: women, consumer, police, lawyer, mediation, health, partner, other.
error-office-unknown = This entry was not found: taken down, or another unit's.
error-office-changed = A colleague has just changed it. Please open it again.
