posts-enough = This is a forwarded post or a link, and you have sent many already; this one was not kept. To report it, please begin a petition and forward it there.
error-pace-petitions = At most { $count } a day. This one was not sent; what you wrote is kept, please send it tomorrow. If it is urgent, please call.
error-pace-words = You have added a lot, all of it arrived. This message has not been sent yet and is kept: please add it in { $minutes } minutes. If it is urgent, please call.
error-pace-files = You have sent many files, all of them arrived. This one has not been sent yet and is kept: please add it in { $minutes } minutes, or bring it to the counter.
error-pace-stickers = So many stickers and GIFs hide your words. This one was not sent; please write a few words or send a photo.
error-writing-paused = Not sent: you cannot write for a while, until { $year }-{ $month }-{ $day }. You can still read your cases and vote; if it is urgent, please call or visit.
error-block-anonymous = { $number } has no name: we do not know who wrote it, so nobody can be blocked. You can leave it unanswered, or close it.
error-block-over = They can write already; there is nothing to lift.
block-why = Keep the author of { $number } from writing for a while? Please choose the reason. Asking again and again about one matter is none.
block-how-long = { $number }: for how long? It ends by itself.
block-done = 🔕 The author of { $number } cannot write before { $day } ({ $reason }). They have been told, and it ends by itself; /blocked lifts it earlier.
block-cancelled = All right, the author of { $number } can go on writing.
block-lifted = Lifted; they will be told.
block-reason-flood = flooding
block-reason-insult = insults or threats
block-reason-advertising = advertising or fraud
block-reason-false = made up on purpose
button-block = 🔕 Pause the author
button-block-1 = 1 day
button-block-7 = 7 days
button-block-30 = 30 days
button-block-cancel = Do not
button-unblock = Lift { $name }
blocked = <b>{ $count ->
    [one] 1 resident cannot
   *[other] { $count } residents cannot
} write for a while</b>
blocked-nobody = Nobody is kept from writing now.
blocked-row = 🔕 { $name } · { $number } · { $reason } · until { $day } · { $by }
blocked-notice = 🔕 { $unit } asks you to pause: the reason is "{ $reason }". From { $day } on you can write again. Until then you can read your cases, withdraw them and vote; if it is urgent, please visit ({ $office }) or call ({ $phone }).
unblocked-notice = You can write to { $unit } again. Thank you for waiting.
staff-blocked = 🔕 { $name } has kept the author of this case from writing before { $day } ({ $reason }).
file-dangerous = 🚫 "{ $name }" is a program or a web page and may do harm, so it was not taken, nor the words under it. Please send a photo, a screenshot or a PDF, and write the words again.
file-risky = ⚠️ "{ $name }" is an archive or has macros, and something harmful may be inside: do not open it unless you know it; ask for photos or a PDF first.
draft-file-not-taken = 😀 This was not added: { $what }. { $taken }
preview-not-taken = ⚠️ Cannot be handed in: { $what }. { $taken } Please leave it out first.
error-file-not-taken = This kind of matter does not take one of the files; nothing was sent. Please leave it out first, all else is kept.
files-taken-by-complaint = A complaint may have photos, videos, voice messages, audio and files; no stickers.
files-taken-by-suggestion = A suggestion may have photos, videos, voice messages, audio and files; no stickers and no round videos.
files-taken-by-callback = A wish to be called back may have photos, videos, voice messages, audio and files; no stickers.
files-taken-by-mediation = A mediation may have photos, videos, voice messages, audio and files; no stickers.
files-taken-by-proposal = A proposal may have photos, videos, voice messages, audio and files; no stickers.
files-taken-by-service = A request for help may have photos, videos, voice messages, audio and files; no stickers.
post-asked = This is a forwarded post or a link:
    “{ $text }”

    Do you want to report it?
button-post-report = Yes, report it
button-post-no = No, drop it
post-dropped = All right, it was not kept.
