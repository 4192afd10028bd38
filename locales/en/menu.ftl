menu = <b>{ $unit }</b> at your service.

    Whatever it is, <b>just write to me</b>. You can also press a button or type its number:
waiting-menu = <b>{ $unit }</b> at your service.

    Whatever it is, <b>just write to me</b>. You can also press a button:
menu-petition = Report a matter
menu-book = Book a lawyer, a leader, an activity
menu-draft = Go on writing: “{ $text }”
menu-words = Still open: “{ $text }”
menu-held = 🔒 Waits for code: { $count }
menu-cases = How are my cases getting on?
menu-code = Look up an anonymous suggestion by its code
menu-language = 换语言 / Language
menu-unit = Another community
unit-choose = Which community do you live in? Its staff will get what you write.
unit-row = { $unit }
unit-poster = This poster belongs to { $unit }; you are served by { $own }. Have you moved? After changing, new matters go to { $unit }; what you have filed stays with the community that has it.
button-poster-move = Change to { $unit }
button-poster-stay = No, stay with { $unit }
unit-chosen = ✅ Noted: { $unit }.
menu-help = How it works, phone, address
help = <b>How it works</b>

    • Just write: text, voice or photos. You see a new matter once more before it is sent; only "Confirm and send" files it. What you write on the page of a case goes to the staff at once.
    • Each case has a number such as XF-2026-000123. Replies from the staff come here; simply <b>reply to that message</b> to say more.
    • /cases shows how far it has got; you can add to it or withdraw it.
    • If it does not fit into one message, send several; I join them.
    • If you edit a message you have sent, the new words are sent once more with a ✏️; the old ones stay too.
    • If you delete a message in Telegram we are not told, and what we have received is not deleted. To correct it, edit the message or write once more.

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }
menu-more = ⋯ More: my data, weekly news, phone numbers
more = More that can be done here
