format-day = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
format-day-of-year = { format-day } { $year }
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
language-en = English
language-changed = ✅ Done. I will use this language from now on.
button-agree = I agree
button-refuse = I don't agree; I'd rather call or visit
button-agree-after-all = Agree after all: read it again
button-change-language = 换语言 / Language
button-back = Back
button-menu = Main menu
button-later = Keep it for later, main menu
button-done = That's all, next step
button-skip = Skip, next step
choice-gone = This button no longer works. Please look at the latest message.
choice-unknown = I didn't understand that. Please press a button below or type its number.
choice-unknown-here = I didn't understand that. Please press a button below or type what it says.
window-gone = This page is out of date; please see the new message below.
window-gone-new = That page was out of date; please go on from this one.
message-unreadable = I can't take this kind of message yet. Please send text, a voice message, a photo, a video, a file or a position.
file-lost = ⚠️ A file that belongs here can no longer be had. If you need it, ask for it to be sent again.
files-kinds = 📎{ $photo ->
    [0] {""}
   *[other] {" "}photos: { $photo }
}{ $video ->
    [0] {""}
   *[other] {" "}videos: { $video }
}{ $voice ->
    [0] {""}
   *[other] {" "}voice messages: { $voice }
}{ $audio ->
    [0] {""}
   *[other] {" "}audio files: { $audio }
}{ $document ->
    [0] {""}
   *[other] {" "}documents: { $document }
}{ $sticker ->
    [0] {""}
   *[other] {" "}stickers: { $sticker }
}
file-large = ⚠️ This file is over 20 MB: it lies with Telegram only, we have no copy. Please keep one yourself.
message-hurry = 🙂 You write fast. I am noting it down one by one, please wait a moment. If something does not fit, I will tell you.
poster-unknown = This poster link does not work any more. Please go on below.
message-empty = There is nothing in this message. Please write a few words and send it again.
command-unknown = There is no such command. Please press a button below, or simply write to me.
incident = Sorry, this message could not be handled. What you wrote is kept under the number { $incident }, which you may tell the staff. If it was anonymous, please do not; write again in a day instead.
names-yes = yes|y|ok|okay|sure|fine|agree|agreed|i agree|yes, i agree
names-agree-after-all = agree|i agree|yes|ok|okay|back|go back|previous
names-confirm = yes|ok|okay|right|correct|confirm|submit|send|send it
names-back = back|go back|previous
names-menu = menu|main menu|cancel|quit|exit
names-leave = leave|exit|quit
names-no = no|n|no thanks|i refuse|disagree|i disagree|i don't agree|i do not agree
names-really = yes|y|ok|okay|sure|right|correct|confirm|really|yes, please|i do
names-thanks = thank you|thanks|thx|many|so|very|much|a lot|everyone|all|great|perfect|good|got it|okay|ok|for your help|for the help
names-rather-not = no|n|no thanks|cancel|not now|wait|rather not|keep|keep it|no, keep it|don't|do not|no, don't|{ names-no-withdraw }
names-no-withdraw = don't withdraw|do not withdraw|don't withdraw it|do not withdraw it|no, don't withdraw|no, do not withdraw|i don't want to withdraw
names-withdraw = withdraw|withdraw it|yes, withdraw
names-anew = anew|write anew|delete|delete it|start over
names-discard = discard|discard it|delete|delete it|yes|y|ok|okay|sure|right|confirm|really
names-keep = keep|keep it|no|n|no thanks|cancel|wait|don't
