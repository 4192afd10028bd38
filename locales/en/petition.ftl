kind-complaint = Complaint
kind-suggestion = Suggestion
kind-service = Request for help
kind-callback = Call me back
kind-proposal = Proposal
kind-mediation = Mediation
names-kind-mediation = mediation|mediate|a mediator|settle a dispute
names-kind-proposal = proposal|a proposal|motion
names-kind-callback = call me|call me back|callback|a call back
names-kind-complaint = complaint|a complaint|complain|i want to complain
names-kind-suggestion = suggestion|a suggestion|suggest|idea|an idea
names-kind-service = help|request|service|i need help|need help
petition-kind = What kind of matter is it?

    • <b>Complaint</b>: something is wrong, such as a leak, noise or rubbish left lying
    • <b>Suggestion</b>: an idea for the community (your name is optional)
    • <b>Request for help</b>: you or your family need a hand
    • <b>Mediation</b>: a dispute with a neighbour or in the family, to be settled with the committee's help

    ⚠️ In an emergency call 110, 119 or 120 first.
    ⚠️ To report a staff member, please do <b>not</b> write here (everyone in the staff group would see it): press “Report staff conduct” at the bottom.
content-photo = 🖼 photo
content-video = 🎬 video
content-video_note = 🎬 video
content-voice = 🎤 voice message
content-audio = 🎵 audio
content-document = 📄 document
content-animation = 🎬 GIF
content-sticker = 😀 sticker
content-files = 📎 attachments
petition-words-kept = ✏️ Noted. Please choose the kind as well.
petition-text = Please tell me: <b>what is the matter, since when, and what should be done</b>?

    Text, voice, photos, videos and files are all fine; send several messages if you need to.
petition-text-more = ✏️ So far: { $characters ->
    [one] one character
   *[other] { $characters } characters
}{ $files ->
    [0] {""}
    [one] {" "}and one file
   *[other] {" "}and { $files } files
}.

    You can send more. When you have finished, press "That's all".
petition-asked = {"\u000A"}❓ { $number } is waiting for words from you. What you write here belongs to the new matter; to answer that one, <b>reply to its message</b>, or write and press "The last is for ...".
button-for-case = The last is for { $number }
button-anew = Write it anew
petition-place = <b>Where</b> is it?

    Type it, such as "building 3, entrance 2", or send a position with the 📎 beside the input field.
button-keep-place = Keep the place, next step
button-no-place = Take the place out, next step
petition-position-gone = 📍 Noted as you wrote it; the position on the map is taken out.
petition-place-removed = 📍 The place was taken out.
place-too-long = ✏️ This is rather long for a place, so I added it to the text. Please say the place in a few words.
petition-file-added = 📎 File received. Now please tell me the place, or go on with the button below.
petition-name = <b>With your name</b>?

    • <b>With name</b>: the staff see your name and reply to you here.
    • <b>Without name</b>: no record is kept of who wrote it. You get a <b>code</b>; only with it can the reply be read.
petition-name-needed = For this kind of matter we must be able to reach you, so your name is needed.
petition-name-needed-now = ⚠️ For this kind of matter we must be able to reach you: your name goes with it, and the code you had opens nothing.
button-with-name = With my name
button-anonymous = Without my name
preview = <b>Is this right?</b>

    <b>{ $kind }</b>
    { $text }
preview-longer = (The full text has { $count } characters and is sent complete.)
preview-place = 📍 { $place }
preview-position = 🗺 with the position you sent
preview-name-open = 👤 Still to choose: with your name or without.
preview-named = 👤 With your name: { $name }
button-decide-name = Next: with your name or without
preview-anonymous =
    {"\u000A"}🔒 <b>Without name</b>. Please note the code first; nobody can restore it if you lose it:
    <code>{ $code }</code>
    The messages you sent are still in your own chat; delete them yourself if you wish.
preview-voice-warning = ⚠️ A voice or a picture can show who you are. To be really anonymous, leave it out and write text instead.
preview-position-warning = ⚠️ A position at your home shows who you are. To stay unknown, take it out and describe the place in words.
preview-document-warning = ⚠️ A document may contain your name. To be really anonymous, leave it out and write text instead.
preview-large = ⚠️ Over 20 MB: { $count ->
    [one] one file goes in
   *[other] { $count } files go in
} all the same, but we have no copy: it lies with Telegram only. Please keep one yourself.
preview-too-large = ⚠️ { $count ->
    [one] One file is
   *[other] { $count } files are
} over 20 MB, which cannot be taken without your name. Press "Leave out" before you confirm, send a smaller one, or give your name.
preview-files-dropped = 🗑 { $count ->
    [one] One file was
   *[other] { $count } files were
} left out; everything else is still there.
edit-kept = ✏️ Changed as you wrote.
edit-words-kept = ✏️ The words are changed as you wrote. You had left the file out, so it was not put back; if you want it, send it again.
edit-unknown = You edited an earlier message, but I cannot tell which matter it belongs to, so nothing was changed. If it is the one without your name, type its code first and then send the corrected words; otherwise just send them again.
edit-coded = You edited an earlier message. Of a matter without your name nothing can be changed once it is sent; please send the corrected words here again, and I add them.
preview-what-wrong = ✏️ Press below what you want to change: the text, the place, the kind and so on. If you don't want to send it at all, press "Discard".
preview-added = ✏️ Added.
preview-incomplete = Something is missing: choose the kind and write something.
button-go-on = Go on writing
button-confirm = ✅ Confirm and send
button-change-text = Add to or rewrite the text
button-change-place = Change the place
button-change-kind = Change the kind
button-change-name = Change: with or without name
button-drop-files = Leave out files ({ $count })
button-drop-telling = Remove telling files ({ $count })
button-discard = 🗑 Discard
petition-begun = You have begun another matter: “{ $text }”. One is written at a time. What shall become of it?
button-begun-go-on = Go on with that one
button-begun-anew = Drop that one and write a new one
offer-other = Make a new matter of it instead
draft-discarded = 🗑 Deleted; nothing was sent.
draft-continued = ✏️ This is what you had not finished.
draft-too-long = ⚠️ This message is too long and was not added (everything before it is still there). Please send that first and add the rest afterwards.
draft-too-many-files = ⚠️ At most 20 files at a time; the further ones were not added: { $what }. You can add them after sending.
sent = ✅ Received. Your number is <b>{ $number }</b>.

    A receipt follows in a moment.
sent-anonymous = ✅ Received. The number is <b>{ $number }</b>; your name was not kept.

    Code: <code>{ $code }</code>
    Please keep it. To read the reply, choose "Look up an anonymous suggestion" in the main menu.
offer = You wrote:

    “{ $text }”{ $files ->
    [0] {""}
   *[other] {"\u000A"}{ files-kinds }
}

    What shall I do with it?
offered-files = You sent:

    { files-kinds }

    What shall I do with it?
offered-several = You sent { $count } messages, taken together as one matter:
offered-part = • “{ $text }”
offered-earlier = (and { $count } earlier ones)
offered-what-now = {"\u000A"}What shall I do with it? If the earlier ones do not belong to it, press "Keep only the last message".
offer-nothing = There is nothing waiting. Whatever it is, just write to me.
offer-petition = Send it as a new matter
offer-continue = Add it to the matter I was writing
offer-add-asked = ❓ Add it to { $number } ({ $text })
offer-add = Add it to { $number } ({ $text })
offer-mediated = 🤝 Say in mediation { $number }
offer-last-leads = 🧭 The last message: { $door }
offer-last = Keep only the last message
names-send = send|send it|submit|new|new matter
offered-only-last = Keep only this last message? Everything you sent before it is deleted.
button-last-yes = 🗑 Keep only this one
offer-drop = 🗑 Discard
names-done = that's all|that's it|that is all|i'm done|i am done|done|finished|next|next step
names-keep-place = keep it|keep|no change|next
names-skip = skip|no|don't know|i don't know|not sure|no idea|next
names-no-place = none|no place|remove|remove it|without place|take it out
petition-anew = Really write it anew? What you wrote ({ $characters } characters, { $files } files) will be deleted.
button-anew-yes = Delete it, write anew
draft-discard = Really discard it? Everything you wrote is deleted and nothing is sent.
button-discard-yes = 🗑 Yes, discard it
petition-position-kept = 📍 The position is kept.
names-named = with name|named|with my name|use my name|signed|with a name|not anonymous|not anonymously
names-unnamed = anonymous|anonymously|no name|without name|without a name|unnamed|no|not my name|not named|not signed|with no name
names-wrong = no|n|wrong|not right|not correct|incorrect|that's wrong|it's wrong|change|change it|change something|edit|edit it|fix it
names-drop = leave it out|leave them out|take it out|take them out|remove it|remove them|remove file|remove files
names-drop-files = leave out files|leave out the files
names-drop-telling = remove telling files|leave out telling files
names-drop-place = remove position|take out position|leave out position|remove place
