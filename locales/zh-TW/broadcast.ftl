menu-subscribe = 每週訊息：訂、改、停
help-subscribe = • 發 /subscribe 訂每週訊息，或者不要再發。
subscription =
    📬 <b>您想收到什麼？</b>

    現在是：<b>{ $rhythm }</b>
    改了馬上算數，隨時可以再改。
rhythm-weekly = 每週一次
rhythm-at_once = 一公佈就告訴我
rhythm-notices = 只收社區通知
rhythm-never = 什麼都不要
button-rhythm-weekly = { $tick }每週一次，彙總告訴我
button-rhythm-at_once = { $tick }一公佈就告訴我
button-rhythm-notices = { $tick }只收社區的通知
button-rhythm-never = { $tick }什麼都不要，緊急的也不要
button-topics = 要看哪些內容（選了 { $count } 項）
button-quiet =
    { $quiet ->
        [yes] 免打擾：{ $from } 點到 { $to } 點
       *[no] 免打擾：不設，隨時都行
    }
subscription-topics = 要看哪些內容？點一下選上，再點一下去掉。
button-topic-news = { $tick }黨務、居務、財務公開
button-topic-work = { $tick }辦好了多少事
button-topic-days = { $tick }下週的接待和活動
button-topic-votes = { $tick }測評和投票
subscription-quiet = 哪幾個鐘頭不要打擾您？到點再發給您，不會漏掉。停水、火警這樣的緊急通知，工作人員可以隨時發。
button-hours =
    { $tick }{ $quiet ->
        [yes] { $from } 點到 { $to } 點
       *[no] 不設，隨時都行
    }
subscription-kept = ✅ 記下了。
subscription-stopped = ✅ 不再發給您了，緊急通知也不發。哪天想收，在這裡再選。您反映的事、您的預約，有回音還是會告訴您。
button-broadcast-change = 改一改
button-broadcast-stop = 不要再發
broadcast-notice =
    📢 <b>{ $unit } 通知</b>

    { $text }
broadcast-urgent =
    🚨 <b>{ $unit } 緊急通知</b>

    { $text }
broadcast-item = 📌 <b>{ $unit } 剛剛公佈</b>
digest =
    📬 <b>{ $unit } · { $weeks ->
        [1] 本週訊息
       *[other] 近 { $weeks } 周訊息
    }</b>
digest-topic-news =
    { "" }
    📌 <b>公佈了</b>
digest-topic-work =
    { "" }
    🔧 <b>辦了的事</b>
digest-topic-days =
    { "" }
    📅 <b>接下來一週可以來</b>（發 /book 預約）
digest-topic-votes =
    { "" }
    🗳 <b>測評和投票</b>（發 /vote 參加）
digest-more = …還有 { $count } 項
digest-news =
    • { $category }：{ $title }{ $n ->
        [1] { "" }
       *[other] （更正）
    }
button-digest-news = 開啟看看
digest-work = • { $unit }：答覆 { $answered } 件，辦結 { $closed } 件
digest-day =
    • { $day } { $title } · { $free ->
        [0] 約滿了，可以排隊
       *[other] 有 { $free } 個空
    }
digest-vote-open = • 正在投：{ $title }（{ $closes } 截止）
digest-vote-decided = • 有結果了：{ $title }
campaign-kind-weekly = 每週訊息
campaign-kind-item = 公佈即發
campaign-kind-notice = 通知
campaign-kind-urgent = 緊急通知
campaign-is-draft = 還沒發
campaign-is-preparing = 正在發
campaign-is-sending = 正在發
campaign-is-paused = ⏸ 暫停了
campaign-is-done = ✅ 發完了
campaign-is-stopped = ⏹ 停了
campaign =
    📣 <b>{ $kind }</b> · { $unit }
    { $state } · 送到 { $sent }/{ $all } 人
campaign-waiting = ⏳ 還在路上 { $count } 人
campaign-later = 🌙 過了免打擾時間再發 { $count } 人
campaign-blocked = 📵 停用了機器人 { $count } 人（已記下）
campaign-dropped = 🚫 不再發給 { $count } 人
campaign-failed = ⚠️ 沒送成 { $count } 人
button-campaign-pause = ⏸ 暫停
button-campaign-resume = ▶️ 接著發
button-campaign-stop = ⏹ 停止
notice-usage = 把要通知的話寫在 /notice 後面，例如：/notice 明天上午停水。也可以先寫好，再回覆那條訊息發 /notice。
notice-words-only = 📎 圖片和檔案不會跟著發，居民只看到文字。
notice-aim =
    📢 <b>發給誰？</b>
    現在選的是：<b>{ $unit }</b> · { $role } · { $count } 人

    <blockquote>{ $text }</blockquote>
notice-unit = { $tick }{ $unit }
notice-everybody = { $tick }所有居民
notice-role = { $tick }{ $role }（{ $count }）
role-everybody = 所有居民
role-group_leader = 小組長
role-resident_representative = 居民代表
role-party_member = 黨員
role-supervision = 居務監督委員
role-finance = 民主理財小組
role-deputy = 人大代表
role-cppcc = 政協委員
role-unit_representative = 駐社區單位代表
role-staff = 社區工作者
role-petition_officer = 信訪幹部
role-lawyer = 律師
notice-look = 👀 發給 <b>{ $unit }</b> · { $role }，一共 <b>{ $count } 人</b>。居民看到的是：
notice-is-calm =
    <i>普通通知：正在免打擾的人，到點再收到。</i>
    { "" }
notice-is-urgent =
    <i>緊急通知：不管幾點，馬上發。</i>
    { "" }
notice-send = 發給 { $count } 人
notice-make-urgent = 🚨 改成緊急，馬上發
notice-make-calm = 改回普通通知
notice-again = 換一些人
notice-look-at = 看一看再發
notice-drop = 不發了
notice-sure = ❗️真的要發給 <b>{ $unit }</b> · { $role }，<b>{ $count } 人</b>？發出去收不回來。
notice-yes = 確定，發給 { $count } 人
notice-no = 再看看
notice-dropped = 🗑 這個通知不發了。
cli-help-unit-digest = 每週訊息在哪天幾點發：給這個單位和它下面沒有另定的單位。
cli-help-unit-digest-day = 星期幾：1 是星期一，7 是星期天。
cli-help-unit-digest-at = 幾點：24 小時制，例如 18:00。
cli-help-unit-digest-off = 不發每週訊息。
cli-unit-digest =
    { $name }：每週訊息改在星期{ $day ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 天
    } { $at } 發。
cli-unit-digest-off = { $name }：不再發每週訊息。
cli-unit-digest-time = 時間要寫成 18:00 這樣。
tick-yes = ✅{ " " }
tick-no = { "" }
