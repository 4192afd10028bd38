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
staff-help-find = • /find 字词，按内容找事项 · /tpl 常用答复 · /stats 办理情况 · /handover 交班（后面可以写要交代的话）
find-usage = 请写明要找的字词，例如：/find 垃圾 三号楼
found-nothing = 没有找到写着“{ $words }”的事项。换个说法，或者少写几个字试试。
found-words = 🔎 <b>“{ $words }”</b> { $count } 件（第 { $page }/{ $pages } 页，新的在前）
found-part = 🔎 <b>“{ $words }”</b> { $count } 件（第 { $page }/{ $pages } 页，新的在前）
found-like = 🔎 没有一字不差的“{ $words }”，<b>相近的 { $count } 件</b>（第 { $page }/{ $pages } 页）
found-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} { $kind } · { $stage } · { $taken ->
    [no] 还没人接
   *[other] { $name }
}
found-line = {"  "}{ $where }{ $words }
found-in-petition = {""}
found-in-resident = 👤
found-in-staff = 💬
found-in-note = 📝
found-in-other = 🤝
found-in-to_asker = 💬
found-in-to_other = 💬
stats = <b>现在待办 { $open } 件</b>，没人接 { $waiting } 件，过期 { $overdue } 件
stats-done = 本周：新收 { $newweek } · 答复 { $answeredweek } · 办结 { $closedweek }
    本月：新收 { $newmonth } · 答复 { $answeredmonth } · 办结 { $closedmonth }
stats-on-time = 本月按承诺日期答复：{ $kept }/{ $count }，{ $rate }%
stats-to-claim = 本月从提交到接手（中位数）：{ $days } 天 { $hours } 小时
stats-to-answer = 本月从提交到答复（中位数）：{ $days } 天 { $hours } 小时
stats-anonymous = 本月新收里匿名 { $count } 件
stats-anonymous-few = 匿名件数太少，不单列（怕认出是谁）
stats-row = • { $kind }：待办 { $open }，没人接 { $waiting }，过期 { $overdue }；本月答复 { $answered }
handover = <b>{ $name } 交班</b>
handover-done = 今天：接手 { $claimed } 件 · 回复 { $said } 件 · 答复 { $answered } 件 · 办结 { $closed } 件
handover-hands = 手上 { $count } 件（先到期的在前）{ $shown ->
    [0] 。
   *[other] ，点一下可以不交：
}
handover-note = {"  "}📝 { $text }
handover-words = 💬 交代：
    <blockquote>{ $text }</blockquote>
handover-sure = 这 <b>{ $count } 件</b>放回待办，谁都可以接，居民会收到通知。确定吗？
handover-left = ↩️ 已放回待办 { $count } 件。
handover-offer = 🤝 <a href="tg://user?id={ $user }">{ $name }</a> 要把手上 <b>{ $count } 件</b>交给一位同事。谁接？接了才算交。
handover-done-by = 🤝 { $name } 接了 { $giver } 的 <b>{ $count } 件</b>，居民会收到通知。
button-handover-give = 🤝 交给同事
button-handover-leave = ↩️ 放回待办
button-handover-take = 🙋 我来接
