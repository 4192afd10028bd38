onboarding-language = 您好！请选择语言。
    Please choose your language.
onboarding-privacy = <b>Before you decide, please read this</b>

    • <b>Who sees it:</b> your request, photos, the place, your bookings and your Telegram name are seen by the community staff who handle it. Suggestions can be made without a name. What you vote, the staff do not see.
    • <b>What for:</b> to handle your requests, bookings and votes and to answer you. You also get notices, such as when the water is off; to stop them send /subscribe at any time. For nothing else.
    • <b>Where it is kept:</b> on the community's own computer. Closed case files are kept as the law requires.
    • <b>You don't have to use this:</b> by phone or at the counter you get the same service.

    Do you agree that we handle what you write in this way?
onboarding-abroad = <b>One more thing, asked separately</b>

    Telegram is a foreign service. Your messages <b>pass through servers abroad</b>, and a chat with a bot is <b>not end-to-end encrypted</b>: technically, Telegram can read it.

    So please do not write ID or bank card numbers here, nor anything about health or religion; say such things by phone or at the counter.

    Do you agree that your messages travel this way?
onboarding-office = By phone or at the counter we help you just the same:

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }

    To do it here after all, press the button below at any time.
onboarding-kept = ✏️ I have kept what you wrote; we go on with it once you have agreed.
onboarding-words-erased = 🗑 What you wrote before is deleted; we have kept nothing of it.
onboarding-not-kept = You have not agreed, so this was not kept. To write to us, please agree first and send it again.
onboarding-first = Please read this page first and say whether you agree; then you can use that.
