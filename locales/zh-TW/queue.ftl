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
