verdict-adopted = adopted
verdict-partly = partly adopted
verdict-not = not adopted
button-verdict-adopted = ✅ Adopted
button-verdict-partly = 🔶 Partly adopted
button-verdict-not = ❌ Not adopted
verdict-which = 💡 { $number } is a suggestion. First press <b>what becomes of it</b>, then write why:
prompt-answer-adopted = 💡 { $number } is <b>adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why, and what will be done; the resident reads it.
prompt-answer-partly = 💡 { $number } is <b>partly adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with what is adopted, what is not, and why; the resident reads it.
prompt-answer-not = 💡 { $number } is <b>not adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why; the resident reads it.
case-answer-adopted = 📄 <b>{ $number }: your suggestion is adopted</b> ✅
    { $unit }, { $name }:
    { $text }
case-answer-partly = 📄 <b>{ $number }: your suggestion is partly adopted</b> 🔶
    { $unit }, { $name }:
    { $text }
case-answer-not = 📄 <b>{ $number }: your suggestion is not adopted this time</b>
    { $unit }, { $name }:
    { $text }
case-verdict = 💡 What becomes of it: <b>{ $verdict }</b>
card-verdict = 💡 What becomes of it: { $verdict }
error-verdict-first = First press “Formal answer” and choose what becomes of it, then write why. What you just wrote is kept as an internal note.
