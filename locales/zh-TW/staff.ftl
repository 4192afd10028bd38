card =
    { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
card-text = <blockquote>{ $text }</blockquote>
card-full-text =
    📄 全文 { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
card-place = 📍 { $place }
card-files = { files-kinds }（見下）
card-resident = 👤 { $name }
card-anonymous = 🔒 匿名，回覆憑查詢碼可見
card-due-claim = ⏳ 承諾 { $day }前接手
card-due-answer = ⏳ 承諾 { $day }前答覆，法定最晚 { $law }
card-past = ⏰ <b>已過承諾日期</b>
card-submitted = 🗓 { $day } 提交
card-handler = 🙋 { $name } 負責
card-handler-of = 🙋 { $unit } { $name } 負責
card-untaken = ⚠️ <b>這裡還沒人接手，請點「我來辦」。</b>
card-counts = 💬 居民 { $resident } · 答 { $staff } · 備註 { $note }
card-unreachable = 📵 <b>聯絡不上：</b>居民停用了機器人，回覆送不到，請另想辦法聯絡。
card-hint-topic = <i>在本話題裡寫的話、對這張卡片的回覆，都會發給居民；以 // 開頭的是內部備註。</i>
card-hint-code-topic = <i>在本話題裡寫的話、對這張卡片的回覆，居民憑查詢碼來看；以 // 開頭的是內部備註。</i>
card-hint-code-reply = <i>回覆這張卡片，您的話居民憑查詢碼來看；以 // 開頭的是內部備註。</i>
card-hint-reply = <i>回覆這張卡片，您的話就會發給居民；以 // 開頭的是內部備註。</i>
button-claim = 🙋 我來辦
button-reply = 💬 回覆
button-ask = ❓ 請補充
button-answer = 📄 辦理答覆
button-close = ✅ 辦結
button-note = 📝 備註
staff-claimed = { $number } 由您負責
staff-closed = { $number } 已辦結
staff-prompted = 請回覆我剛發的那條訊息
prompt-reply = 💬 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫下要對居民說的話（{ $number }）。按錯了，回覆「取消」。
prompt-note = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫內部備註，居民看不到（{ $number }）。
prompt-ask = ❓ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫下要居民補充什麼（{ $number }）。按錯了，回覆「取消」。
prompt-answer = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫辦理答覆：居民的訴求、查明的情況、依據的規定、怎麼決定、不服怎麼辦（{ $number }）。按錯了，回覆「取消」。
staff-prompt-cancelled = 好的，不寫了。什麼都沒有發給居民。
names-cancel = 取消|算了|不寫了|不發了|按錯了|點錯了
staff-prompt-of-other = 這條提示是請同事寫的，您的話沒有發給居民。要由您來說，請自己按卡片上的按鈕。
staff-resident-adds =
    👤 <b>{ $name }</b> 補充（{ $number }）：
    <blockquote>{ $text }</blockquote>
staff-afterword =
    💌 <b>{ $name }</b> 在 { $number } 辦結以後說：
    <blockquote>{ $text }</blockquote>
staff-resident-adds-anonymous =
    🔒 匿名補充（{ $number }）：
    <blockquote>{ $text }</blockquote>
staff-resident-further = <blockquote>{ $text }</blockquote>
staff-stray-reply = 這句話沒有發給居民，也沒有記到案件裡。要對居民說，請回覆那張案件卡片；只給同事看，請以 // 開頭回覆卡片。
staff-rest-unsent = 這條沒有發給居民。如果它是您上一條的後半段，請回覆卡片再發一次；只是閒聊就不用管。
staff-prompt-unanswered = 這句話沒有記到案件裡。如果是寫給剛才那條提示的，請回覆那條提示再發一次；只是閒聊就不用管。
staff-note-kept = 📝 已記為內部備註，居民看不到。
staff-taken-back =
    ↩️ 已撤回{ $count ->
        [1] { "" }
       *[other] { " " }{ $count } 條
    }，沒有發給居民。原話留在 { $number } 裡，作內部備註。
staff-kept-for-code = 🔒 匿名事項，已存好，居民憑查詢碼看。
staff-withdrawn = ↩️ { $number } 居民已撤回，不用再辦。
staff-reply-arrived = 👌 已送到居民手裡。
staff-reply-unreachable = 📵 沒有送到：居民停用了機器人。請另想辦法聯絡。
staff-unreadable = 這種訊息送不出去。請發文字、語音、照片、影片、檔案或位置。
staff-file-large = ⚠️ 這個檔案超過 20 MB，只存在 Telegram 裡，系統沒有備份。請自己留好一份。
staff-anonymous-admin = 請關掉「匿名管理員」再操作，否則不知道是誰辦的。
staff-not-member = 您不在這個工作群裡，不能操作。
alert-dead-letter = 🔔 有訊息一直送不出去（發件箱第 { $row } 條；一小時只提醒一次）。請在伺服器上執行 <code>linli outbox list</code> 看有哪些、為什麼；修好後用 <code>linli outbox revive 編號</code> 再發。
alert-backlog-inbox = 🔔 有 { $count } 條收到的訊息還沒處理，最早的等了 { $minutes } 分鐘（六小時只提醒一次）。請在伺服器上執行 <code>linli check</code>，並看日誌。
alert-backlog-outbox = 🔔 有 { $count } 條訊息還沒發出去，最早的等了 { $minutes } 分鐘（六小時只提醒一次）。請在伺服器上執行 <code>linli outbox list</code> 和 <code>linli check</code>。
alert-group-out =
    🔔 <b>{ $unit }</b> 的工作群聯絡不上了：我被移出了群，或者不再是管理員。{ $moved ->
        [yes] 這期間的事項由 <b>{ $other }</b> 的工作群代辦。
       *[no] 上級也沒有工作群，事項先等著，最多一天。
    } 請把我請回群裡並設為管理員；換群就在伺服器上執行 <code>linli unit bind { $unit } --replace</code>。
alert-group-back =
    🔔 <b>{ $unit }</b> 的工作群恢復了。{ $moved ->
        [yes] 由 <b>{ $other }</b> 代辦的事項已轉回。
       *[no] 等著的訊息會接著發。
    }
alert-rights-lost = 🔔 在 <b>{ $unit }</b> 的工作群裡我的權限不全了，工作還能照常。請在群裡補上：
stand-in-begins = 🔁 <b>{ $unit }</b> 的工作群暫時聯絡不上，它的新事項和沒辦完的事項先發到這裡，請代為辦理。
stand-in-ends = 🔁 <b>{ $unit }</b> 的工作群恢復了，代辦的事項已轉回去，這裡不用再辦。謝謝。
group-back =
    ✅ 我又能在本群工作了。{ $moved ->
        [yes] 這段時間由 <b>{ $other }</b> 的工作群代辦，沒辦完的事項轉回來了。
       *[no] 等著的訊息接著發。
    }{ $waiting ->
        [0] { "" }
       *[other] 轉回的事項裡有 <b>{ $waiting } 件</b>沒人接手，請點卡片上的「我來辦」。
    }
stand-in-released =
    🔁 <a href="tg://user?id={ $user }">{ $name }</a>，您代辦的 { $numbers }{ $more ->
        [yes] { " " }等 { $count } 件
       *[no] { "" }
    } 已轉回，由那邊的同事接手，您不用再辦了。謝謝。
handler-left = 👋 <b>{ $name }</b> 已離開本群，手上的 <b>{ $count } 件</b>事項現在沒人辦理。請點卡片上的「我來辦」接手；發 /queue 可以看到全部。
card-elsewhere = <i>↪️ 這件事已轉到別的工作群辦理，在這裡寫的話不會發給居民。</i>
staff-said-before =
    💬 <b>{ $name }</b> 已對居民說：
    <blockquote>{ $text }</blockquote>
staff-noted-before =
    📝 <b>{ $name }</b> 的內部備註：
    <blockquote>{ $text }</blockquote>
guest-farewell = 這個群還沒有綁定，我先走了。需要時再請我進來，一小時內發 /bind 綁定碼就行。打擾了。
too-many-tries = 試錯的次數太多了，請過一會兒再試。
alert-parked = 🔔 有一條訊息沒能處理，已經留存，編號 { $incident }。請看日誌；修好後執行 <code>linli inbox retry { $incident }</code>，幾秒鐘內就會重新處理。
outage-notice = ⚠️ <b>服務停了超過一天。</b>{ $since } 到 { $until } 之間居民發來的訊息可能沒有收到，Telegram 已經不再保存。請告訴居民：這段時間發的，請再發一次。
staff-command-unknown = 沒有這個命令，也沒有發給居民。發 /help 看能用的命令。
staff-language-usage = 請寫明語言：/language zh-CN、/language zh-TW 或 /language en
staff-edit-unsent = 這條訊息原來沒有發給居民，改了也不會發。請把要說的重新發一條。
staff-edit-command = 這條改成了命令，沒有執行，也沒有發給居民。改以前的那一版已經發給居民了。
staff-edit-cancelled = 改以前的那一版已經發給居民了，收不回來；這次改的沒有發。要更正，請改成要對居民說的話。
staff-edit-seen = 改以前的那一版已經發給居民了；現在這一版記為內部備註，居民看不到。
staff-help =
    <b>工作群用法</b>
    • 有新事項會發卡片。點「我來辦」接手，先點先得。
    • 在事項的話題裡寫字，或者<b>回覆卡片</b>，就發給居民；送到了會點 👌。
    • 以 // 開頭的是內部備註。
    • 點「請補充」「辦理答覆」「備註」，您接著寫的那條就照它辦；回覆那條提示最穩妥。
    • 給了「辦理答覆」以後才能「辦結」。
    • 改了已經發出的回覆，改好的會帶著 ✏️ 再發給居民一次；居民改了，也這樣發到這裡。
    • 在 Telegram 裡刪除訊息，機器人收不到通知：居民刪的還在這裡，您刪的居民照樣看得到。要更正，請改那條訊息，或者再發一句。
staff-help-undo = • 寫給居民的話過 { $seconds } 秒才發出。寫錯了，在這之前發 /undo 就能撤回，或者直接改那條訊息。
staff-help-commands =
    { "" }
    <b>一件事</b>（在它的話題裡或回覆它的卡片；別處先寫編號。卡片上的「⋯」裡也有）
    /case 看卡片 · /dates 期限怎麼算的 · /extend 延期 · /tpl 常用答覆 · /handback 退回 · /transfer 轉給別的單位 · /object 不歸我們管 · /escalate 報上一級 · /refuse 不受理 · /same 同一件事已在辦 · /reopen 重辦 · /recuse 迴避 · /major 重大事項、包案 · /finding 調查結果 · /called 電話打通了 · /reportup 報告上級 · /identity 來件人是誰 · /block 暫停發言 · /undo 撤回
    <b>本群</b>
    /duty 值班表 · /swap 換班 · /away 休假 · /intake 代沒有手機的人登記 · /bindperson 憑居民的碼核對身份 · /call 請志願者 · /who 便民名錄 · /days 接待日名單 · /publish 公示 · /board 公開欄二維碼 · /notice 給居民發通知 · /language 語言 · /bind 綁定碼（換工作群時用）
    <b>監督</b>
    /ballots 測評投票 · /reports 舉報的編號和期限 · /audit 誰看過來件人 · /blocked 誰被暫停發言
reminder = ⏰ <b>{ $day } 提醒</b>
reminder-overdue = <b>超過承諾期限 { $count } 件</b>，請今天辦；辦不了的，請先告訴居民為什麼。
reminder-overdue-row =
    { $mark } { $linked ->
        [yes] <a href="{ $link }">{ $number }</a>
       *[no] <b>{ $number }</b>
    } { $kind } { $text } · { $own ->
        [no] 法定
       *[yes] 承諾
    } { $awaits ->
        [claim] { $day }前該接手，請點「我來辦」
        [call] { $day }前該打電話，打了請點「打通了，辦完」
        [mediation] { $day }前該有結果，請點「更多」→「調解」
       *[other] { $day }前該答覆，請點「辦理答覆」
    }，{ $broken ->
        [yes] ‼️ 法定期限 { $law }已過
       *[no] 法定最晚 { $law }
    } · { $taken ->
        [no] 還沒人接
       *[other] <a href="tg://user?id={ $user }">{ $name }</a>
    }
reminder-soon = <b>快到期 { $count } 件</b>
reminder-soon-row =
    { $mark } { $linked ->
        [yes] <a href="{ $link }">{ $number }</a>
       *[no] <b>{ $number }</b>
    } { $kind } { $text } · { $own ->
        [no] 法定
       *[yes] 承諾
    } { $awaits ->
        [claim] { $day }前接手，請點「我來辦」
        [call] { $day }前打電話，打了請點「打通了，辦完」
        [mediation] { $day }前要有結果，請點「更多」→「調解」
       *[other] { $day }前答覆，請點「辦理答覆」
    } · { $taken ->
        [no] 還沒人接
       *[other] <a href="tg://user?id={ $user }">{ $name }</a>
    }
reminder-below = <b>下級超過承諾期限 { $count } 件</b>，請督促。
reminder-below-row =
    { $mark } <b>{ $number }</b> { $unit } { $kind } · { $own ->
        [no] 法定
       *[yes] 承諾
    } { $awaits ->
        [claim] { $day }前該接手
       *[other] { $day }前該答覆
    }，{ $broken ->
        [yes] ‼️ 法定期限 { $law }已過
       *[no] 法定最晚 { $law }
    } · { $taken ->
        [no] 還沒人接
       *[other] { $name }
    }
reminder-hint = 本群待辦：/queue
queue-more = …還有 { $count } 件
case-not-found = 本群沒有這個編號的事項。請這樣寫：/case 123 或 /case XF-2026-000123
case-which = 要看哪一件？請寫上編號：/case 123。在事項的話題裡，只發 /case 就行。
case-found =
    { $mark } <b>{ $number }</b> { $kind } · { $stage }{ $taken ->
        [no] { "" }
       *[other] { " " }· { $name }
    }
    <blockquote>{ $text }</blockquote>
    { $linked ->
        [no] { "" }
       *[other] <a href="{ $link }">開啟卡片</a>
    }
bind-usage = 要把本群設為工作群，請由安裝的人發綁定碼：/bind 綁定碼。先把我設為管理員（允許刪除訊息、置頂、管理話題）。
bind-basic-group = 這還是普通群。請在群設定裡開啟「話題」或「聊天記錄對新成員可見」，變成超級群以後再綁定。
bind-not-administrator = 請本群的管理員來發綁定碼：綁定以後，居民的事情都會送到這個群裡。綁定碼還能用。
bind-rights = 還不能綁定，我缺這些權限：
bind-rights-how = 請在 群設定 → 管理員 → 我 裡開啟，然後再發一次。綁定碼還能用。
bind-done = ✅ 本群已綁定到 <b>{ $unit }</b>，用途：
bind-topics-on = 每件事會開一個話題。
bind-topics-off = 每件事發一張卡片。在群設定裡開啟「話題」，就會一事一話題。
rights-lost = ⚠️ 我的權限不夠了，工作會受影響。缺：
right-administrator = • 管理員身份
right-can-delete-messages = • 刪除訊息
right-can-pin-messages = • 置頂訊息
right-can-manage-topics = • 管理話題
purpose-desk = • 接待辦理
purpose-supervision = • 居務監督
purpose-finance = • 民主理財
purpose-team = • 服務隊
purpose-operators = • 運維
rights-how = 請在 群設定 → 管理員 → 我 裡開啟。在這之前，新的事項可能發不到本群。
staff-reply-failed = ⚠️ 這條沒有送到居民手裡，請換個寫法再發一次，或者打電話聯絡。
staff-replaced = 本單位換了工作群：新的事項不再發到這裡，沒辦結的已經轉到新群。如果您不知道這件事，請馬上告訴安裝的人。
