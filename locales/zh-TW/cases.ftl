stage-submitted = 已提交
stage-accepted = 已受理
stage-in_progress = 辦理中
stage-more_info = 等您補充
stage-more_info-staff = 等居民補充
stage-answered = 已答覆
stage-closed = 已辦結
stage-withdrawn = 已撤回
mark-submitted = 🆕
mark-accepted = 📌
mark-in_progress = 🔧
mark-more_info = ❓
mark-answered = 💬
mark-closed = ✅
mark-withdrawn = ↩️
receipt =
    🧾 <b>回執 { $number }</b>
    { $unit }已收到您的{ $kind }。

    <b>我們的承諾</b>
    • { $claim }前有人接手
    • { $reply }前答覆您
    <b>法律規定的最後期限</b>
    • { $accept }前書面告訴您是否受理
    • 受理後 60 天內答覆（按今天算是 { $answer }）

    有回覆會發到這裡，直接回覆這條訊息就能補充。
receipt-calendar-uncertain = （有的放假安排國家還沒公佈，日期可能會調整。）
button-show-case = 看辦到哪一步
button-add-to-case = 我要補充
notice-accepted =
    📌 { $number } <b>已受理</b>。
    { $unit } { $name } 負責，承諾 { $reply }前答覆您；法定期限是 { $answer }。
notice-accepted-late =
    📌 { $number } <b>已受理</b>。
    { $unit } { $name } 負責。原來承諾 { $reply }前答覆您，已經晚了，對不起，現在儘快辦；法定期限是 { $answer }。
notice-taken-over = 👤 { $number } 現在由{ $unit } { $name } 負責，答應您的日期不變。
notice-taken-on = 👤 { $number } 現在由{ $unit } { $name } 負責，承諾 { $reply }前答覆您；法定期限是 { $answer }。
notice-taken-on-late = 👤 { $number } 現在由{ $unit } { $name } 負責。原來承諾 { $reply }前答覆您，已經晚了，對不起，現在儘快辦；法定期限是 { $answer }。
notice-taken-on-law = 👤 { $number } 現在由{ $unit } { $name } 負責，法定最晚 { $answer }答覆您。
notice-closed = ✅ { $number } 已辦結。還有話說，請另寫一件新的事，寫上這個編號就行。
case-reply =
    💬 <b>{ $number }</b> { $unit } { $name }：
    { $text }
case-ask =
    ❓ <b>{ $number }</b> 需要您補充。{ $unit } { $name }：
    { $text }

    請直接<b>回覆這條訊息</b>。
case-answer =
    📄 <b>{ $number } 辦理答覆</b>
    { $unit } { $name }：
    { $text }
cases = 您有 { $count } 件事。點一下或打數字看詳情：
cases-none = 您還沒有提交過事情。有事請直接寫給我。
case-number-unknown = 您的事裡沒有這個編號，請對一對：發 /cases 看您的事。不留名的事，請打查詢碼。
cases-row = { $mark } { $number } { $text }（{ $stage }）
case =
    { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
case-text = 「{ $text }」
case-promise-claim =
    ⏳ 我們承諾：{ $claim }前有人接手
    ⚖️ 法定：{ $accept }前書面告訴您是否受理
case-promise-answer =
    ⏳ 我們承諾：{ $reply }前答覆
    ⚖️ 法定：最晚 { $answer }答覆
case-promise-answer-from-submission =
    ⏳ 我們承諾：{ $reply }前答覆
    ⚖️ 法定：受理後 60 天內答覆
case-past = ⏰ <b>對不起，已過承諾日期 { $days } 天</b>
case-handler =
    👤 { $other ->
        [yes] { $unit }{ " " }
       *[no] { "" }
    }{ $name } 在辦
case-handled =
    👤 { $other ->
        [yes] { $unit }{ " " }
       *[no] { "" }
    }{ $name } 經辦
case-timeline = { "\u000A" }<b>經過</b>
case-earlier = …（更早的略）
event-submit = { $at } 提交
event-claim = { $at } { $name } 接手，已受理
event-take_over = { $at } { $name } 接手
event-ask_more = { $at } 請您補充
event-answer = { $at } 給出辦理答覆
event-move = { $at } 改由{ $name }的工作群辦理
event-close = { $at } 辦結
event-withdraw = { $at } 您撤回了
case-you-wrote =
    { $at } <b>您：</b>{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }📎{ $files }
    }
case-staff-wrote =
    { $at } <b>{ $other ->
        [yes] { $unit }{ " " }
       *[no] { "" }
    }{ $name }：</b>{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }📎{ $files }
    }
case-write = 請把要補充的發給我（文字、照片、語音都行），我加到 { $number } 裡。
case-added = ✅ 已補充到 { $number }，工作人員看得到。
case-thanked = 🙏 您的話工作人員看得到，謝謝您！
case-afterword = ✅ 您的話工作人員看得到。{ $number } 已經辦結；事情還沒完的話，可以寫成一件新的事。
case-withdraw = 真的要撤回 <b>{ $number }</b> 嗎？現在是「{ $stage }」。撤回以後就不再辦理了。
case-withdrawn = ↩️ { $number } 已撤回。
case-not-withdrawn = 好的，沒有撤回。
button-withdraw = 撤回
button-withdraw-yes = 確定撤回
button-withdraw-no = 不撤回
button-my-cases = 我的其他事
reply-unknown = 🔒 我不知道您回覆的是哪件事，所以還沒有存下來。如果是不留名的那件，請打查詢碼，我就加進去。
button-leave-code = 離開（忘掉查詢碼）
code-ask = 請輸入查詢碼（12 個字母和數字，大小寫和橫線都不要緊）：
button-read-all = 把回覆全文發給我
case-file-gone = 有一個檔案 Telegram 不再保存了，請打電話問社區要。
case-full =
    💬 { $other ->
        [yes] { $unit }{ " " }
       *[no] { "" }
    }{ $name }：
    { $text }
code-ask-again = 為了安全，查詢碼已經忘掉了。請再輸一遍查詢碼；您要補充的話，等開了再加進去。
code-file-too-large = ⚠️ 這個檔案超過 20 MB 或已失效，沒有加進去。請發一個小一點的。
button-not-anonymous = 不是匿名的事，看看怎麼辦
button-held-new = 剛才的話當作一件新的事
code-held-ended = 這件事已經結束，剛才的話沒有加進去，我還記著。可以當作一件新的事，也可以不要了。
button-drop-held = 剛才的話不要了
code-words-wait = 🔒 您還有 { $count } 條話等著查詢碼，還沒有存下來。要接著辦，請發 /start，點「等著查詢碼」。
code-words-dropped = 剛才寫的 { $count } 條沒有交上去，也沒有存下來。
code-words-held = 您的話我先記著。請再輸一遍查詢碼，我就加進去。
reply-after-consent = 🔒 我不知道您回覆的是哪件事，所以沒有存下來。請先完成下面的步驟，再發一遍。
code-after-consent = 這是查詢碼，我沒有記下來。請先完成下面的步驟，再發一遍。
code-case-ended = 這件事已經結束，剛才的話沒有加進去。要提新的建議，請先離開，再點「我要反映一件事」。
code-voice-warning = ⚠️ 聲音和畫面能聽出、看出是誰。這一份已經送到了；以後要匿名，請用文字寫。
code-document-warning = ⚠️ 檔案裡可能有您的名字。這一份已經送到了；以後要匿名，請用文字寫。
code-position-warning = ⚠️ 位置如果是您家裡，就能看出是誰。這個位置已經送到了；以後要匿名，請用文字寫。
