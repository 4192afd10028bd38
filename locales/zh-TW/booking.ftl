day-kind-legal_consultation = 法律諮詢日
day-kind-legal_service = 法律服務日
day-kind-leaders_reception = 領導接待日
day-kind-deputies_reception = 代表委員接待日
day-kind-lecture = 法律講座
day-kind-mobile_station = 流動普法站
day-kind-hearing = 聽證會
day-kind-deliberation = 議事會
day-kind-inspection = 代表視察
day-kind-activity = 社區活動
day-is-planned = 還沒開始預約
day-is-open = 可以預約
day-is-moved = 已改期
day-is-closed = 已取消
day-is-done = 已結束
day-reason-specialist = 接待的人臨時有事
day-reason-place = 場地用不了
day-reason-weather = 天氣原因
day-reason-holiday = 節假日調整
day-reason-other = 工作安排有變
day-holiday-skip = 🗓 遇到節假日停一次。
day-holiday-next_workday = 🗓 遇到節假日，順延到下一個工作日。
day-holiday-keep = 🗓 節假日照常。
booking-is-waiting = 在排隊
booking-is-offered = 有空位等您答覆
booking-is-confirmed = 已約好
booking-is-arrived = 來過了
booking-is-no_show = 沒有到
booking-is-cancelled = 已取消
booking-is-declined = 沒有要
booking-is-lapsed = 已過期
booking-is-past = 已過
booking-is-called_off = 活動取消了
booking-mark-confirmed = 已約
booking-mark-offered = 等答覆
booking-mark-arrived = ✅ 到了
booking-mark-no_show = 🚫 沒來
booking-month = 📅 <b>{ $year }年{ $month }月</b>，哪天方便？請點日子：
booking-month-instead = 📅 <b>{ $year }年{ $month }月</b>，想改到哪天？新的約好了，原來的才取消。
booking-no-days = 現在還沒有可以約的日子，請過幾天再來看看，或者打電話問。
booking-day-row =
    { $day } { $title } · { $how ->
        [free] 有 { $free } 個空
        [full] 滿了，可排隊
        [later] 還沒開始約
        [off] 取消了
       *[over] 約不了了
    }
booking-slot-row = { $from }–{ $to } · 有 { $free } 個空
booking-day =
    📅 <b>{ $title }</b>
    { $day } { $times }
    📍 { $place }{ $manned ->
        [yes] { "\u000A" }👤 { $people }
       *[no] { "" }
    }
booking-day-unsure = { $year }年的放假安排還沒公佈，這一天可能會變。約了的人，變了會馬上通知。
booking-day-shifted = 原來是 { $day }，碰上節假日，挪到這一天。
booking-day-moved-here = 📢 原來是 { $day }，改到了這一天，因為{ $reason }。
booking-day-reason = 原因：{ $reason }
booking-day-free = { "\u000A" }請選時間：
button-all-days = 看全部日子
booking-several-days = { $day }有好幾場，請在下面點一場：
booking-which-time = 「{ $text }」有好幾個時間，請在下面點一個：
booking-no-times = 這一天現在不能選時間，請看下面：
booking-no-such-time = 「{ $text }」沒有空位，請在下面選一個時間：
booking-day-full = { "\u000A" }這一天約滿了。可以排隊，有人退了就按先後通知您。
booking-day-later = { "\u000A" }{ $from }起可以預約。
booking-day-off = { "\u000A" }這一天取消了，請看別的日子。
booking-day-over = { "\u000A" }這一天不能再約了，請看別的日子。
button-wait = ⏳ 排隊等空位
button-booking-of-day = 看我這天的預約
button-month-earlier = 看前一個月
button-month-later = 看後一個月
button-days-earlier = 看前面的日子
button-days-later = 看後面的日子
button-my-bookings = 我的預約（{ $count } 個）
button-all-bookings = 我的全部預約
button-days = 看有哪些日子
button-show-booking = 看這個預約
booking-topic = 想問什麼事？寫幾句（最多 { $most } 字），接待的人好準備。不想寫也可以。
booking-topic-words = 這裡只要文字，請寫幾句話。檔案請當天帶來。
booking-topic-long = ⚠️ 最多 { $most } 字，這樣有 { $count } 字，沒有記上。請寫短一點，其餘當天再說。
button-topic-drop = 不寫了
button-tell-topic = 寫要問的事
topic-kept = ✅ 記下了。
topic-dropped = ✅ 好的，沒有留下要問的事。
button-topic-skip = 不寫，下一步
booking-share =
    您寫的是：

    「{ $topic }」

    可以讓接待的人和社區工作人員<b>事先看</b>嗎？不給看也能約，只是他們沒法準備。
button-share-yes = 可以給他們看
button-share-no = 不給看
booking-preview =
    <b>請看對不對：</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
        [yes] { "\u000A" }👤 { $people }
       *[no] { "" }
    }
    用您的名字「{ $name }」來約。
booking-preview-no-topic = 要問的事：沒有寫
booking-preview-shared = 要問的事（接待的人可以先看）：「{ $topic }」
booking-preview-unshared = 要問的事（只有您自己看得到）：「{ $topic }」
booking-preview-instead = 約好以後，原來的 { $number } 就取消。
button-book = ✅ 確認預約
button-change-time = 換時間
button-change-topic = 改要問的事
button-change-share = 改給不給看
booked =
    ✅ 約好了，編號 <b>{ $number }</b>。

    馬上發給您一張預約單。
booking-waits = ⏳ 排上隊了。有了空位馬上告訴您，留給您一段時間答覆。
bookings = 🎫 您的預約，點開可以取消或改約：
bookings-none = 您還沒有預約。
booking-row = { $when } { $title } · { $state }
booking-view =
    🎫 <b>{ $number }</b> { $title } · { $state }
    📍 { $place }{ $manned ->
        [yes] { "\u000A" }👤 { $people }
       *[no] { "" }
    }
booking-view-time = 🕘 { $begins }–{ $to }
booking-view-day = 🗓 { $day }
booking-view-ahead =
    { $ahead ->
        [0] 您排在第一個。
       *[other] 您前面還有 { $ahead } 個人。
    }
booking-view-until = ⏳ 請在 { $until } 以前答覆，過時就給下一位。
button-cancel-booking = 不去了，取消
button-book-anew = 改到別的時間
button-leave-list = 不排了
button-offer-take = ✅ 要這個位子
button-offer-decline = 不要了，給別人
button-cancel-yes = 確定取消
button-cancel-no = 不取消，留著
booking-cancel-sure = 真的要取消 { $number }（{ $title }，{ $day }）嗎？空出來的位子會給別人。
booking-leave-sure = 真的不排了嗎？（{ $title }，{ $day }）
booking-is-off = ✅ { $number } 已取消。
booking-stays = 好的，還給您留著。
place-taken = ✅ 位子是您的了，編號 { $number }。
booking-decline-sure = { $title } { $day }的位子，真的讓給下一位嗎？讓了就拿不回來。
button-decline-yes = 讓給下一位
place-declined = 好的，位子給下一位了。
booking-ticket =
    🎫 <b>預約單 { $number }</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
        [yes] { "\u000A" }👤 { $people }
       *[no] { "" }
    }

    到時請報編號或名字。前一天和前一小時我會提醒您；來不了請早點取消，好讓給別人。
    <i>附件點開可以存進手機日曆。</i>
booking-cancelled = ✅ 預約 { $number }（{ $title }，{ $begins }）已取消。存進手機日曆的，點附件可以去掉。
booking-offer =
    🔔 <b>有空位了！</b>{ $title }
    🕘 { $begins }–{ $to }
    📍 { $place }

    給您留到 <b>{ $until }</b>。要不要？不答覆就給下一位。
booking-offer-moved =
    📢 <b>改期了：</b>{ $title }，因為{ $reason }。給您留的位子也跟著改了：
    🕘 { $begins }–{ $to }
    📍 { $place }

    給您留到 <b>{ $until }</b>。要不要？不答覆就給下一位。
booking-offer-over = ⌛ { $title }（{ $begins }）的位子沒有等到您答覆，已經給下一位了。還想去，可以重新約或排隊。
booking-waited-in-vain = { $title }（{ $day }）一直沒有空位，這次沒能輪到您，對不起。請約下一次。
booking-day-moved =
    📢 <b>改期了：</b>{ $title }，因為{ $reason }。
    新的時間：<b>{ $begins }–{ $to }</b>
    📍 { $place }

    您的位子還在（{ $number }）。去不了請點下面「看這個預約」取消；點附件可以更新手機日曆。
booking-day-moved-waiting = 📢 改期了：{ $title } 改到 { $day }，因為{ $reason }。您還在排隊；不想等了，請點下面「看這個預約」。
booking-moved-away = 📢 { $title } 改期了（{ $reason }），新的時間 { $begins } 跟您的另一個預約 { $other } 撞了，所以 { $number } 只好取消。請另約時間。
booking-day-closed = 📢 <b>取消通知：</b>{ $begins } 的{ $title }取消了，因為{ $reason }。您的預約 { $number } 不用來了，請另約時間，對不起。
booking-day-closed-waiting = 📢 取消通知：{ $day } 的{ $title }取消了，因為{ $reason }。您不用再排隊了，請看別的日子，對不起。
booking-reminder-day =
    ⏰ 明天有預約：{ $title }
    🕘 { $begins }–{ $to }
    📍 { $place }
    編號 { $number }。來不了請點下面「看這個預約」取消，好讓給別人。
booking-reminder-today =
    ⏰ 今天有預約：{ $title }
    🕘 今天 { $from }–{ $to }
    📍 { $place }
    編號 { $number }。來不了請點下面「看這個預約」取消，好讓給別人。
booking-reminder-hour =
    ⏰ 快到時間了：{ $title }
    🕘 今天 { $from }–{ $to }
    📍 { $place }
    編號 { $number }。
calendar-description = 預約編號 { $number }
days = 📅 <b>接待日子</b>（四周之內 { $count } 天），點開看名單：
days-none = 四周之內沒有接待日子。安排日子請在伺服器上執行 linli days import。
days-row = { $day } { $title } { $taken }/{ $capacity } · { $state }
day-list =
    📋 <b>{ $title }</b> { $day } · { $state }
    📍 { $place }{ $manned ->
        [yes] { "\u000A" }👤 { $people }
       *[no] { "" }
    }
    已約 { $taken }/{ $capacity } · 排隊 { $waiting } · 現場取號 { $drawn }
day-list-day-off = ⚠️ 按放假安排，這一天不上班。請改期或者取消，約了的人都會收到通知。
day-list-nobody = 還沒有人預約。
day-list-row = { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
day-list-topic =
    { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
    <blockquote>{ $topic }</blockquote>
button-arrived = ✅ { $index } { $name } 到了
button-no-show = 🚫 { $index } 沒來
button-walk-in = 🎫 現場取號
button-move-day = 📅 改期
button-close-day = ⛔ 取消這天
button-refresh = 🔄 重新整理
button-page-before = 上一頁
button-page-after = 下一頁
day-date-row = { $day }
day-move-to = 📅 { $title }（{ $day }）改到哪一天？時間不變。
day-move-why = 📅 { $title }（{ $day }）改到 { $to }，什麼原因？會告訴每個約了的人。
day-move-sure = 📅 { $title }（{ $day }）改到 <b>{ $to }</b>，原因：{ $reason }。會通知 { $count } 個人。確定嗎？
day-close-why = ⛔ 取消 { $title }（{ $day }），什麼原因？會告訴每個約了的人。
day-close-sure = ⛔ 取消 { $title }（{ $day }），原因：{ $reason }。會通知 { $count } 個人，他們的預約都作廢。確定嗎？
button-day-sure = 確定，通知大家
day-moved = ✅ 已改到 { $to }，正在通知 { $count } 個人。
day-closed = ✅ 已取消，正在通知 { $count } 個人。
day-drawn = 🎫 現場 { $number } 號
help-booking = { "\u000A" }• 想當面問律師、見領導，發 /book 約時間；取消、改約也在那裡。
