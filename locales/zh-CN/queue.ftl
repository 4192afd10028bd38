queue = <b>待办 { $count } 件</b>（先到期的在前）
queue-empty = 没有待办的事项。
queue-mine = <b>您手上 { $count } 件</b>（先到期的在前）
queue-mine-empty = 您手上没有待办的事项。发 /queue 看全部。
queue-filter = 🔎 { $scope } · { $kind } · { $category }{ $days ->
    [0] {""}
   *[other] {" "}· 满 { $days } 天
}
queue-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} { $kind }{ $sorted ->
    [yes] ·{ $category }
   *[no] {""}
} { $text } · { $dated ->
    [no] { $stage }
   *[other] { $day }前
} · { $taken ->
    [no] 还没人接
   *[other] { $name }
}
queue-unread = “{ $words }”不是事项的种类或类别，下面没有按它筛选。要找写了这些字的事项，请发 /find { $words }
queue-which-k = 看哪一种事项？
queue-which-c = 看哪一类的事项？
queue-which-t = 看提交满多少天的？
queue-choose = <b>请点要一起办的事项</b>，再选怎么办。已选 { $count } 件。
queue-sure-claim = 这 <b>{ $count } 件</b>都由您接手，居民会收到通知。确定吗？不要的，点一下就去掉。
queue-sure-close = 这 <b>{ $count } 件</b>都办结，居民会收到通知。还没给办理答复的不会办结。确定吗？不要的，点一下就去掉。
queue-sure-remind = 在群里提醒这 <b>{ $count } 件</b>的承办人。确定吗？不要的，点一下就去掉。
queue-done-claim = ✅ 已接手 { $count } 件。{ $refused ->
    [0] {""}
   *[other] 有 { $refused } 件没有接：
}
queue-done-close = ✅ 已办结 { $count } 件。{ $refused ->
    [0] {""}
   *[other] 有 { $refused } 件没有办结：
}
queue-done-remind = ✅ 已提醒 { $count } 件。{ $refused ->
    [0] {""}
   *[other] 有 { $refused } 件没有提醒：
}
queue-not-done = • { $number }：{ $why }
queue-nudge = 🔔 <a href="tg://user?id={ $user }">{ $name }</a>，{ $by } 提醒您手上的 { $count } 件：
queue-nudge-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} · { $day }前
button-queue-all = 全部
button-queue-mine = 我的
button-queue-unclaimed = 没人接
button-queue-overdue = 过期
button-queue-named = { $name }
button-queue-on = ● { $name }
button-queue-any = 不限
button-queue-by-k = 种类…
button-queue-by-c = 类别…
button-queue-by-t = 多久…
button-queue-age = { $days ->
    [0] 不限
   *[other] 满 { $days } 天
}
button-queue-choose = ☐ 选几件一起办
button-queue-picked = ☑ { $number }
button-queue-unpicked = ☐ { $number }
button-queue-all-claim = 🙋 都接手
button-queue-all-close = ✅ 都办结
button-queue-all-remind = 🔔 提醒承办人
button-queue-sure = 确定，{ $count } 件
# 在 /queue 后面可以写的词
names-queue-all = 全部|所有|all
names-queue-mine = 我的|我手上|我|mine|my
names-queue-unclaimed = 没人接|未接|无人|待接|没接|unclaimed|free
names-queue-overdue = 过期|逾期|超期|到期|overdue|late
names-queue-days = 天|日|days|day|d
category-transport = 交通运输
category-labour = 劳动和社会保障
category-health = 卫生计生
category-trade = 商贸旅游
category-building = 城乡建设
category-culture = 教育文体
category-environment = 环境保护
category-which = 这件事属于哪一类？
category-set = { $number } 归到“{ $name }”
button-category = 🏷 改类别
card-category = 🏷 { $category }
staff-help-queue = • /queue 待办，按钮翻页、筛选，也可以加词：/queue 投诉、/queue 垃圾、/queue 没人接、/queue 7天 · /mine 我的 · /overdue 过期
