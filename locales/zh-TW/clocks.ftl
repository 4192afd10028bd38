holiday-new-years-day = 元旦
holiday-spring-festival = 春節
holiday-tomb-sweeping-day = 清明節
holiday-labour-day = 勞動節
holiday-dragon-boat-festival = 端午節
holiday-mid-autumn-festival = 中秋節
holiday-national-day = 國慶節
event-redate = { $at } 放假安排變了，日期改了
notice-redated =
    🗓 <b>{ $number }</b> 的日期改了：{ $awaits ->
        [claim] { $to }前有人接手
       *[other] { $to }前答覆您
    }（原來是 { $from }）。國家的放假安排有變，我們重新算過。
staff-redated =
    🗓 { $number } 按新的放假安排重新算過：{ $awaits ->
        [claim] { $to }前接手
       *[other] { $to }前答覆
    }（原來是 { $from }）。{ $told ->
        [yes] 已告訴居民。
       *[no] { "" }
    }
error-extension-exists = 這件事已經有人申請延期，或者已經延過一次了。
error-extension-unknown = 沒有找到這個延期申請。
error-extension-own = 要由另一位同事來定，申請的人自己不能同意。
error-extension-decided = { $name } 已經定過了。
holiday-other = 放假
command-group-dates = 這件事的日期是怎麼算的
button-dates = 🗓 日期是怎麼算的
names-dates = 日期|期限|怎麼算|怎麼算的|日期怎麼算
dates = 🗓 <b>{ $number } 的日期是這樣算的</b>
dates-acknowledge = • { $day }收到，機器人當時就回了執。從第二天算起。
dates-claim =
    • 🙋 <b>{ $day }前有人接手</b>：{ $since }{ $began ->
        [moved] 轉到這裡
       *[filed] 提交
    }，往後數 { $count } 個工作日。這是我們自己的承諾。
dates-reply =
    • ⏳ <b>{ $day }前答覆</b>：{ $since }{ $began ->
        [moved] 轉到這裡
       *[filed] 提交
    }，往後數 { $count } 個工作日。這是我們自己的承諾。
dates-accept = • ⚖️ <b>{ $day }前書面告訴是否受理</b>：{ $since }提交，往後數 { $count } 天，週末和假日也算（《信訪工作條例》第 { $article } 條）。
dates-answer = • ⚖️ <b>最晚 { $day }答覆</b>：{ $since }受理，往後數 { $count } 天，週末和假日也算（《信訪工作條例》第 { $article } 條）。
dates-answer-open = • ⚖️ <b>受理後 { $count } 天內答覆</b>，週末和假日也算（《信訪工作條例》第 { $article } 條）。受理以後才開始數。
dates-extended = { "   " }其中延長了 { $days } 天：{ $by }申請，{ $name }同意，因為「{ $reason }」（第 { $article } 條，只能一次，最多 30 天）。
dates-put-off = { "   " }本來是 { $before }，延期 { $days } 天，遇到休息日順到下一個工作日，就是 { $day }。
dates-off =
    { "   " }{ $name }：{ $days ->
        [1] { $first }放假
       *[other] { $first }到 { $last }放假
    }，不算工作日。
dates-worked =
    { "   " }{ $days ->
        [1] { $first }
       *[other] { $first }到 { $last }
    }是調休上班，算工作日。
dates-kept = { "   " }放假安排改過，重新算的日子已經過了，所以定在 { $day }。
dates-unknown-year = { "   " }⚠️ { $year } 年的放假安排國家還沒公佈，先按週一到週五算。公佈以後重新算，日期變了會告訴您。
dates-over = • 這件事已經答覆或結束，沒有要等的日期了。
button-extend = ⏳ 申請延期
prompt-extend = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼要延期（{ $number }）。同意以後，這個理由會告訴居民。按錯了，回覆「取消」。
extension-asked =
    ⏳ <b>{ $number } 申請延期</b>
    { $name }：「{ $reason }」
    現在法定最晚 { $answer }答覆。請<b>另一位同事</b>決定延幾天；只能延一次，最多 30 天。
button-extend-10 = 同意 10 天
button-extend-20 = 同意 20 天
button-extend-30 = 同意 30 天
button-extend-no = 不同意
extension-approved = ✅ { $number } 延期 { $days } 天：{ $by }申請，{ $name }同意。已告訴居民。
extension-refused = ❌ { $number } 不延期：{ $by }申請，{ $name }沒有同意。請按原來的日期辦。
extension-overtaken = { $number } 已經答覆、結束或轉走，這個延期申請不算數了。
staff-extended = ⏳ { $number } 延期 { $days } 天（{ $by }申請，{ $name }同意）：{ $reply }前答覆，法定最晚 { $answer }。
staff-extension-refused = ❌ { $number } 的延期沒有同意（{ $name }）。請按原來的日期辦：{ $reply }前答覆，法定最晚 { $answer }。
staff-extension-fell = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>：{ $number } 的延期申請還沒人定，事情已經答覆、結束、轉走，或者您迴避了，申請不算數了。
notice-extended =
    ⏳ <b>{ $number } 要多等些日子</b>，最多延長 { $days } 天。
    原因：「{ $reason }」
    新的日期：<b>{ $reply }前答覆</b>，法定最晚 { $answer }。這是按《信訪工作條例》第 34 條辦的，由 { $name } 同意，只能延一次。
event-extend = { $at } { $name }同意延期
error-extension-late = 法定期限已經過了，不能再延期。請儘快答覆居民。
error-extension-not-yours = { $number } 不在您手上。由誰辦，就由誰申請延期。
receipt-by-law =
    🧾 <b>回執 { $number }</b>
    { $unit }已收到您的{ $kind }。

    <b>法律規定的最後期限</b>
    • { $accept }前書面告訴您是否受理
    • 受理後 60 天內答覆（按今天算是 { $answer }）

    有回覆會發到這裡，直接回覆這條訊息就能補充。
away =
    🌙 現在{ $holiday ->
        [yes] { $name }放假
       *[no] 不是上班時間
    }，您寫的已經收好。工作人員 <b>{ $back }</b> 上班，那時就能看到。
away-urgent = 🌙 現在不是上班時間，可能不會馬上有人看到。等不了就別等，請直接打電話。
away-long = 🌙 現在不是上班時間，您寫的已經收好，工作人員上班就能看到。
away-uncertain = （放假安排國家還沒公佈，上班的日子可能會變。）
brief =
    ☀️ <b>{ $day } 早報</b>
    🆕 { $since }以來新增 { $new } 件 · 💬 答覆 { $answered } 件
    🙋 還沒人接 { $waiting } 件
    ⏳ 今天到期 { $due } 件 · ⏰ 超期 { $overdue } 件
    沒辦完的共 { $open } 件：/queue
brief-quiet = ☀️ <b>{ $day } 早報</b>：沒有新的事項，也沒有要趕的。沒辦完的共 { $open } 件。
branch-brief =
    📋 <b>支部例會簡報</b>（{ $unit }，{ $since }到 { $until }）
    🆕 新增 { $new } 件 · 💬 答覆 { $answered } 件 · ✅ 辦結 { $closed } 件
    沒辦完 { $open } 件，其中沒人接 { $waiting } 件、超期 { $overdue } 件
branch-brief-below = • { $name }：新增 { $new }，答覆 { $answered }，沒辦完 { $open }，超期 { $overdue }
branch-brief-words = 🔥 一週熱詞：{ $words }
branch-brief-hint = 詳情：/queue
reception-list =
    🪑 <b>{ $day } { $title }</b>{ $manned ->
        [yes] { " " }· { $people }
       *[no] { "" }
    }
reception-person =
    { $at } { $name }{ $told ->
        [yes] ：{ $topic }
       *[no] { "" }
    }
reception-nobody = 今天沒有人預約。
reception-cases = <b>還等著的事項 { $count } 件</b>
reception-case =
    { $mark } <b>{ $number }</b> { $kind } { $text } · { $over ->
        [yes] ⏰ 應在 { $day }前
       *[no] { $day }前
    }
card-due-claim-law = ⏳ 法定：{ $day }前書面告訴是否受理
card-due-answer-law = ⏳ 法定：最晚 { $law }答覆
notice-accepted-law =
    📌 { $number } <b>已受理</b>。
    { $unit } { $name } 負責，法定最晚 { $answer }答覆您。
case-promise-claim-law = ⚖️ 法定：{ $accept }前書面告訴您是否受理
case-promise-answer-law = ⚖️ 法定：最晚 { $answer }答覆
case-promise-answer-law-open = ⚖️ 法定：受理後 60 天內答覆
