# Disclosure: what residents read
menu-news = Public notices (party, community, money)
help-news = • Send /news to read the public notices, or with words to look for: /news lift.
news-category-party = Party affairs
news-category-affairs = Community affairs
news-category-finance = Money
news-category-none = no section yet
news-category-all = All
news-span = { $span ->
    [year] { $year }
    [quarter] { $year }, quarter { $part }
    [month] { $year }, month { $part }
   *[none] {""}
}
news-board = 📢 <b>Notice board of { $unit }</b>

    Which section? Or just type what you look for, such as “lift”.
news-board-empty = 📢 <b>Notice board of { $unit }</b>

    Nothing has been posted yet.
news-category-row = { $category } ({ $count })
button-news-all = Everything, newest first
button-news-search = 🔍 Look for something
button-news-older = Older ones
button-news-newer = Newer ones
button-news-board = Back to the board
news-list = 📢 <b>{ $category }</b> · page { $page }, newest first.
news-row = { $title } · { $day }{ $corrected ->
    [yes] {" "}· corrected
   *[no] {""}
}
news-search = 🔍 What are you looking for? Send a few words, such as “lift”.
news-found = 🔍 { $count } found for “{ $words }”, newest first:
news-found-some = 🔍 Nothing has all of “{ $words }”. These { $count } have some of it:
news-found-none = 🔍 Nothing found for “{ $words }”. Try other words; if you want to tell us about it, press “Write to the community”.
button-news-write = Write to the community
news-item = 📢 <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-item-published = <i>{ $number } · { $unit } · posted { $day }</i>
news-item-corrected = ✏️ This is version { $n }, after a correction; you can still see the earlier ones.
news-item-old = ⚠️ This is the earlier version { $n }. It was corrected since: what counts is the present one.
news-item-until = 🗓 On the board until { $day }, then in the archive for good.
news-item-archived = 🗂 No longer on the board; this is the archive.
news-item-piece = Page { $index } of { $count }
news-item-answered = 💬 Residents have asked; { $count } answers are on the last pages.
news-item-text = {""}
    { $text }
news-item-answer = {""}
    💬 <b>A resident asked; { $unit } answered on { $day }:</b>
    <blockquote>{ $text }</blockquote>
button-news-on = Read on
button-news-before = Page before
button-news-file = 📎 { $name }
button-news-ask = ❓ I have a question about this
button-news-now = See the present version
button-news-versions = See all { $count } versions
news-versions = 📢 <b>{ $title }</b> ({ $number }) has these versions:
news-version-row = Version { $n }, posted { $day }
news-ask-begins = ❓ What would you like to ask about <b>{ $title }</b>? The formal answer will be shown with it, for everybody to read; your name and your words will not.
news-ask-later = You have something half written. Hand it in or discard it first, then ask about the notice.
news-link-unknown = This link does not open any more. Please look on the board.
preview-about = ❓ About the notice: { $item }
card-about = ❓ Question about the notice: <b>{ $item }</b>
    <i>The formal answer will be shown with it in public (not who asked): please write no names, numbers or addresses of residents.</i>
# Disclosure: in staff groups
news-usage = What is to be posted? Send text, photos, a PDF or a table to this group and <b>answer it</b> with /publish, with a title if you like: /publish Accounts of the third quarter. To correct a notice, answer the new content with /publish and its number, such as /publish GK-2026-0003.
news-offer = Shall this go on the public board? If not, just leave it.
button-news-disclose = 📢 Post it
news-panel-draft = 📢 <b>To be posted</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-panel-correction = ✏️ <b>Correction of { $number }</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-panel-text = <blockquote>{ $text }</blockquote>
news-panel-files = 📎 files: { $files }
news-panel-empty = Nothing in it yet. <b>Answer this message</b> with text, photos or files.
news-panel-add = This is what residents will see. To add text, photos or files, <b>answer this message</b>; to mend a mistake, edit what you sent. Another title: answer “Title: the new title”.
news-panel-review = ⏳ <b>{ $title }</b> is with the supervision committee.
news-panel-finance-review = ⏳ <b>{ $title }</b>: the supervisors agree; now with the finance group.
news-panel-published = ✅ <b>{ $title }</b> is on the board, number { $number }.
news-panel-dropped = 🗑 <b>{ $title }</b> will not be posted.
news-album = That is one picture of an album. Please send the others in answer to the message above.
news-choose-category = Which section?
news-choose-span = What time is it about?
button-news-no-span = No particular time
button-news-submit = 📤 Send to review
button-news-category = Other section
button-news-when = Other time
button-news-drop = 🗑 Do not post it
button-news-go-on = 🛠 Go on with it
button-news-sheet = 🖨 Sheet to print
button-news-approve = ✅ Agree
button-news-reject = ↩️ Send back
# An answer to the panel that begins like this gives the title
names-news-title = title|heading
news-review-text = 📄 { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
news-review = 🔎 <b>Please review a notice</b>: { $title }
    { $unit } · { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
} · files: { $files }
    sent by { $name }
news-review-finance = 🔎 <b>Please review a notice about money</b>: { $title }
    { $unit } · { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
} · files: { $files }
    sent by { $name }; the supervisors agree
news-review-correction = ✏️ It corrects { $number }; residents can still see the earlier versions.
news-review-hint = Above is what residents will see. Nobody reviews what they wrote themselves.
news-review-reason = ↩️ <b>{ $title }</b>: why is it sent back? Press a reason, or <b>answer this message</b> with yours.
news-reason-incomplete = something is missing
news-reason-numbers = the figures do not add up
news-reason-privacy = it shows residents' private matters
news-reason-unreadable = an attachment cannot be read
news-done-published = ✅ <b>{ $title }</b> is on the board, number { $number } ({ $name } agreed)
news-done-passed = ✅ <b>{ $title }</b>: { $name } agreed; now with the finance group.
news-done-rejected = ↩️ <b>{ $title }</b> was sent back by { $name }.
news-rejected = ↩️ <b>{ $title }</b> did not pass review ({ $name }): { $reason }
news-passed-on = ⏳ <b>{ $title }</b>: { $name } of the supervision committee agreed; now with the finance group.
news-published = ✅ <b>{ $title }</b> is on the board, number <b>{ $number }</b>{ $n ->
    [1] {""}
   *[other] , version { $n }
}. On the board until { $until }, then in the archive.
news-sheet-ready = 🖨 The sheet is ready to be printed and put up. Its code opens the notice.
sheet-board = Notice board of { $unit }
sheet-board-foot = Scan to read the notices, and to ask
sheet-item-head = { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
sheet-item-date = { $unit }, posted { $day }
sheet-item-more = Scan for the whole text, the files, and to ask
sheet-item-foot = { $number }: scan for the original and its files, and to ask
button-news-take-back = ↩️ Take it back
button-news-submit-all-the-same = 📤 It may be public: send to review
news-private = ⚠️ This looks like a mobile, identity card or bank card number: { $found }. Once published everybody can see it, and it cannot be undone. Please take out what must not be public.
news-review-private = ⚠️ There seems to be a mobile, identity card or bank card number in it. Please check whether that may be public.
news-hides = ⚠️ The spreadsheet has hidden sheets, rows, columns or notes. Once published, whoever downloads it can see them. Please delete them on a computer and send it again.
news-review-hides = ⚠️ The spreadsheet has hidden parts or notes. Please download it and check whether they may be public.
news-taken-back = ↩️ <b>{ $title }</b>: { $name } took it back to change it. Nothing to review for now.
