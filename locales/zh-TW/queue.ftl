queue = <b>待辦 { $count } 件</b>（先到期的在前）
queue-empty = 沒有待辦的事項。
queue-mine = <b>您手上 { $count } 件</b>（先到期的在前）
queue-mine-empty = 您手上沒有待辦的事項。發 /queue 看全部。
queue-filter =
    🔎 { $scope } · { $kind } · { $category }{ $days ->
        [0] { "" }
       *[other] { " " }· 滿 { $days } 天
    }
queue-row =
    { $mark } { $linked ->
        [yes] <a href="{ $link }"><b>{ $number }</b></a>
       *[no] <b>{ $number }</b>
    } { $kind }{ $sorted ->
        [yes] ·{ $category }
       *[no] { "" }
    } { $text } · { $dated ->
        [no] { $stage }
       *[other] { $day }前
    } · { $taken ->
        [no] 還沒人接
       *[other] { $name }
    }
queue-unread = 「{ $words }」不是事項的種類或類別，下面沒有按它篩選。要找寫了這些字的事項，請發 /find { $words }
queue-which-k = 看哪一種事項？
queue-which-c = 看哪一類的事項？
queue-which-t = 看提交滿多少天的？
queue-choose = <b>請點要一起辦的事項</b>，再選怎麼辦。已選 { $count } 件。
queue-sure-claim = 這 <b>{ $count } 件</b>都由您接手，居民會收到通知。確定嗎？不要的，點一下就去掉。
queue-sure-close = 這 <b>{ $count } 件</b>都辦結，居民會收到通知。還沒給辦理答覆的不會辦結。確定嗎？不要的，點一下就去掉。
queue-sure-remind = 在群裡提醒這 <b>{ $count } 件</b>的承辦人。確定嗎？不要的，點一下就去掉。
queue-done-claim =
    ✅ 已接手 { $count } 件。{ $refused ->
        [0] { "" }
       *[other] 有 { $refused } 件沒有接：
    }
queue-done-close =
    ✅ 已辦結 { $count } 件。{ $refused ->
        [0] { "" }
       *[other] 有 { $refused } 件沒有辦結：
    }
queue-done-remind =
    ✅ 已提醒 { $count } 件。{ $refused ->
        [0] { "" }
       *[other] 有 { $refused } 件沒有提醒：
    }
queue-not-done = • { $number }：{ $why }
queue-nudge = 🔔 <a href="tg://user?id={ $user }">{ $name }</a>，{ $by } 提醒您手上的 { $count } 件：
queue-nudge-row =
    { $mark } { $linked ->
        [yes] <a href="{ $link }"><b>{ $number }</b></a>
       *[no] <b>{ $number }</b>
    } · { $day }前
button-queue-all = 全部
button-queue-mine = 我的
button-queue-unclaimed = 沒人接
button-queue-overdue = 過期
button-queue-named = { $name }
button-queue-on = ● { $name }
button-queue-any = 不限
button-queue-by-k = 種類…
button-queue-by-c = 類別…
button-queue-by-t = 多久…
button-queue-age =
    { $days ->
        [0] 不限
       *[other] 滿 { $days } 天
    }
button-queue-choose = ☐ 選幾件一起辦
button-queue-picked = ☑ { $number }
button-queue-unpicked = ☐ { $number }
button-queue-all-claim = 🙋 都接手
button-queue-all-close = ✅ 都辦結
button-queue-all-remind = 🔔 提醒承辦人
button-queue-sure = 確定，{ $count } 件
names-queue-all = 全部|所有|all
names-queue-mine = 我的|我手上|我|mine|my
names-queue-unclaimed = 沒人接|未接|無人|待接|沒接|unclaimed|free
names-queue-overdue = 過期|逾期|超期|到期|overdue|late
names-queue-days = 天|日|days|day|d
category-transport = 交通運輸
category-labour = 勞動和社會保障
category-health = 衛生計生
category-trade = 商貿旅遊
category-building = 城鄉建設
category-culture = 教育文體
category-environment = 環境保護
category-which = 這件事屬於哪一類？
category-set = { $number } 歸到「{ $name }」
button-category = 🏷 改類別
card-category = 🏷 { $category }
staff-help-queue = • /queue 待辦，按鈕翻頁、篩選，也可以加詞：/queue 投訴、/queue 垃圾、/queue 沒人接、/queue 7天 · /mine 我的 · /overdue 過期
staff-help-find = • /find 字詞，按內容找事項 · /tpl 常用答覆 · /stats 辦理情況 · /handover 交班（後面可以寫要交代的話）
find-usage = 請寫明要找的字詞，例如：/find 垃圾 三號樓
found-nothing = 沒有找到寫著「{ $words }」的事項。換個說法，或者少寫幾個字試試。
found-words = 🔎 <b>「{ $words }」</b> { $count } 件（第 { $page }/{ $pages } 頁，新的在前）
found-part = 🔎 <b>「{ $words }」</b> { $count } 件（第 { $page }/{ $pages } 頁，新的在前）
found-like = 🔎 沒有一字不差的「{ $words }」，<b>相近的 { $count } 件</b>（第 { $page }/{ $pages } 頁）
found-row =
    { $mark } { $linked ->
        [yes] <a href="{ $link }"><b>{ $number }</b></a>
       *[no] <b>{ $number }</b>
    } { $kind } · { $stage } · { $taken ->
        [no] 還沒人接
       *[other] { $name }
    }
found-line = { "  " }{ $where }{ $words }
found-in-petition = { "" }
found-in-resident = 👤
found-in-staff = 💬
found-in-note = 📝
found-in-other = 🤝
found-in-to_asker = 💬
found-in-to_other = 💬
stats = <b>現在待辦 { $open } 件</b>，沒人接 { $waiting } 件，過期 { $overdue } 件
stats-done =
    本週：新收 { $newweek } · 答覆 { $answeredweek } · 辦結 { $closedweek }
    本月：新收 { $newmonth } · 答覆 { $answeredmonth } · 辦結 { $closedmonth }
stats-on-time = 本月按承諾日期答覆：{ $kept }/{ $count }，{ $rate }%
stats-to-claim = 本月從提交到接手（中位數）：{ $days } 天 { $hours } 小時
stats-to-answer = 本月從提交到答覆（中位數）：{ $days } 天 { $hours } 小時
stats-anonymous = 本月新收裡匿名 { $count } 件
stats-anonymous-few = 匿名件數太少，不單列（怕認出是誰）
stats-row = • { $kind }：待辦 { $open }，沒人接 { $waiting }，過期 { $overdue }；本月答覆 { $answered }
handover = <b>{ $name } 交班</b>
handover-done = 今天：接手 { $claimed } 件 · 回覆 { $said } 件 · 答覆 { $answered } 件 · 辦結 { $closed } 件
handover-hands =
    手上 { $count } 件（先到期的在前）{ $shown ->
        [0] 。
       *[other] ，點一下可以不交：
    }
handover-note = { "  " }📝 { $text }
handover-words =
    💬 交代：
    <blockquote>{ $text }</blockquote>
handover-sure = 這 <b>{ $count } 件</b>放回待辦，誰都可以接，居民會收到通知。確定嗎？
handover-left = ↩️ 已放回待辦 { $count } 件。
handover-offer = 🤝 <a href="tg://user?id={ $user }">{ $name }</a> 要把手上 <b>{ $count } 件</b>交給一位同事。誰接？接了才算交。
handover-done-by = 🤝 { $name } 接了 { $giver } 的 <b>{ $count } 件</b>，居民會收到通知。
button-handover-give = 🤝 交給同事
button-handover-leave = ↩️ 放回待辦
button-handover-take = 🙋 我來接
