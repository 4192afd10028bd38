day-kind-legal_consultation = 法律咨询日
day-kind-legal_service = 法律服务日
day-kind-leaders_reception = 领导接待日
day-kind-deputies_reception = 代表委员接待日
day-kind-lecture = 法律讲座
day-kind-mobile_station = 流动普法站
day-kind-hearing = 听证会
day-kind-deliberation = 议事会
day-kind-inspection = 代表视察
day-kind-activity = 社区活动
day-is-planned = 还没开始预约
day-is-open = 可以预约
day-is-moved = 已改期
day-is-closed = 已取消
day-is-done = 已结束
day-reason-specialist = 接待的人临时有事
day-reason-place = 场地用不了
day-reason-weather = 天气原因
day-reason-holiday = 节假日调整
day-reason-other = 工作安排有变
day-holiday-skip = 🗓 遇到节假日停一次。
day-holiday-next_workday = 🗓 遇到节假日，顺延到下一个工作日。
day-holiday-keep = 🗓 节假日照常。
booking-is-waiting = 在排队
booking-is-offered = 有空位等您答复
booking-is-confirmed = 已约好
booking-is-arrived = 来过了
booking-is-no_show = 没有到
booking-is-cancelled = 已取消
booking-is-declined = 没有要
booking-is-lapsed = 已过期
booking-is-past = 已过
booking-is-called_off = 活动取消了
booking-mark-confirmed = 已约
booking-mark-offered = 等答复
booking-mark-arrived = ✅ 到了
booking-mark-no_show = 🚫 没来
booking-month = 📅 <b>{ $year }年{ $month }月</b>，哪天方便？请点日子：
booking-month-instead = 📅 <b>{ $year }年{ $month }月</b>，想改到哪天？新的约好了，原来的才取消。
booking-no-days = 现在还没有可以约的日子，请过几天再来看看，或者打电话问。
booking-day-row = { $day } { $title } · { $how ->
    [free] 有 { $free } 个空
    [full] 满了，可排队
    [later] 还没开始约
    [off] 取消了
   *[over] 约不了了
}
booking-slot-row = { $from }–{ $to } · 有 { $free } 个空
booking-day = 📅 <b>{ $title }</b>
    { $day } { $times }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
booking-day-unsure = { $year }年的放假安排还没公布，这一天可能会变。约了的人，变了会马上通知。
booking-day-shifted = 原来是 { $day }，碰上节假日，挪到这一天。
booking-day-moved-here = 📢 原来是 { $day }，改到了这一天，因为{ $reason }。
booking-day-reason = 原因：{ $reason }
booking-day-free = {"\u000A"}请选时间：
button-all-days = 看全部日子
booking-several-days = { $day }有好几场，请在下面点一场：
booking-which-time = “{ $text }”有好几个时间，请在下面点一个：
booking-no-times = 这一天现在不能选时间，请看下面：
booking-no-such-time = “{ $text }”没有空位，请在下面选一个时间：
booking-day-full = {"\u000A"}这一天约满了。可以排队，有人退了就按先后通知您。
booking-day-later = {"\u000A"}{ $from }起可以预约。
booking-day-off = {"\u000A"}这一天取消了，请看别的日子。
booking-day-over = {"\u000A"}这一天不能再约了，请看别的日子。
button-wait = ⏳ 排队等空位
button-booking-of-day = 看我这天的预约
button-month-earlier = 看前一个月
button-month-later = 看后一个月
button-days-earlier = 看前面的日子
button-days-later = 看后面的日子
button-my-bookings = 我的预约（{ $count } 个）
button-all-bookings = 我的全部预约
button-days = 看有哪些日子
button-show-booking = 看这个预约
booking-topic = 想问什么事？写几句（最多 { $most } 字），接待的人好准备。不想写也可以。
booking-topic-words = 这里只要文字，请写几句话。文件请当天带来。
booking-topic-long = ⚠️ 最多 { $most } 字，这样有 { $count } 字，没有记上。请写短一点，其余当天再说。
button-topic-drop = 不写了
button-tell-topic = 写要问的事
topic-kept = ✅ 记下了。
topic-dropped = ✅ 好的，没有留下要问的事。
button-topic-skip = 不写，下一步
booking-share = 您写的是：

    “{ $topic }”

    可以让接待的人和社区工作人员<b>事先看</b>吗？不给看也能约，只是他们没法准备。
button-share-yes = 可以给他们看
button-share-no = 不给看
booking-preview = <b>请看对不对：</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
    用您的名字“{ $name }”来约。
booking-preview-no-topic = 要问的事：没有写
booking-preview-shared = 要问的事（接待的人可以先看）：“{ $topic }”
booking-preview-unshared = 要问的事（只有您自己看得到）：“{ $topic }”
booking-preview-instead = 约好以后，原来的 { $number } 就取消。
button-book = ✅ 确认预约
button-change-time = 换时间
button-change-topic = 改要问的事
button-change-share = 改给不给看
booked = ✅ 约好了，编号 <b>{ $number }</b>。

    马上发给您一张预约单。
booking-waits = ⏳ 排上队了。有了空位马上告诉您，留给您一段时间答复。
bookings = 🎫 您的预约，点开可以取消或改约：
bookings-none = 您还没有预约。
booking-row = { $when } { $title } · { $state }
booking-view = 🎫 <b>{ $number }</b> { $title } · { $state }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
booking-view-time = 🕘 { $begins }–{ $to }
booking-view-day = 🗓 { $day }
booking-view-ahead = { $ahead ->
    [0] 您排在第一个。
   *[other] 您前面还有 { $ahead } 个人。
}
booking-view-until = ⏳ 请在 { $until } 以前答复，过时就给下一位。
button-cancel-booking = 不去了，取消
button-book-anew = 改到别的时间
button-leave-list = 不排了
button-offer-take = ✅ 要这个位子
button-offer-decline = 不要了，给别人
button-cancel-yes = 确定取消
button-cancel-no = 不取消，留着
booking-cancel-sure = 真的要取消 { $number }（{ $title }，{ $day }）吗？空出来的位子会给别人。
booking-leave-sure = 真的不排了吗？（{ $title }，{ $day }）
booking-is-off = ✅ { $number } 已取消。
booking-stays = 好的，还给您留着。
place-taken = ✅ 位子是您的了，编号 { $number }。
booking-decline-sure = { $title } { $day }的位子，真的让给下一位吗？让了就拿不回来。
button-decline-yes = 让给下一位
place-declined = 好的，位子给下一位了。
booking-ticket = 🎫 <b>预约单 { $number }</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}

    到时请报编号或名字。前一天和前一小时我会提醒您；来不了请早点取消，好让给别人。
    <i>附件点开可以存进手机日历。</i>
booking-cancelled = ✅ 预约 { $number }（{ $title }，{ $begins }）已取消。存进手机日历的，点附件可以去掉。
booking-offer = 🔔 <b>有空位了！</b>{ $title }
    🕘 { $begins }–{ $to }
    📍 { $place }

    给您留到 <b>{ $until }</b>。要不要？不答复就给下一位。
booking-offer-moved = 📢 <b>改期了：</b>{ $title }，因为{ $reason }。给您留的位子也跟着改了：
    🕘 { $begins }–{ $to }
    📍 { $place }

    给您留到 <b>{ $until }</b>。要不要？不答复就给下一位。
booking-offer-over = ⌛ { $title }（{ $begins }）的位子没有等到您答复，已经给下一位了。还想去，可以重新约或排队。
booking-waited-in-vain = { $title }（{ $day }）一直没有空位，这次没能轮到您，对不起。请约下一次。
booking-day-moved = 📢 <b>改期了：</b>{ $title }，因为{ $reason }。
    新的时间：<b>{ $begins }–{ $to }</b>
    📍 { $place }

    您的位子还在（{ $number }）。去不了请点下面“看这个预约”取消；点附件可以更新手机日历。
booking-day-moved-waiting = 📢 改期了：{ $title } 改到 { $day }，因为{ $reason }。您还在排队；不想等了，请点下面“看这个预约”。
booking-moved-away = 📢 { $title } 改期了（{ $reason }），新的时间 { $begins } 跟您的另一个预约 { $other } 撞了，所以 { $number } 只好取消。请另约时间。
booking-day-closed = 📢 <b>取消通知：</b>{ $begins } 的{ $title }取消了，因为{ $reason }。您的预约 { $number } 不用来了，请另约时间，对不起。
booking-day-closed-waiting = 📢 取消通知：{ $day } 的{ $title }取消了，因为{ $reason }。您不用再排队了，请看别的日子，对不起。
booking-reminder-day = ⏰ 明天有预约：{ $title }
    🕘 { $begins }–{ $to }
    📍 { $place }
    编号 { $number }。来不了请点下面“看这个预约”取消，好让给别人。
booking-reminder-today = ⏰ 今天有预约：{ $title }
    🕘 今天 { $from }–{ $to }
    📍 { $place }
    编号 { $number }。来不了请点下面“看这个预约”取消，好让给别人。
booking-reminder-hour = ⏰ 快到时间了：{ $title }
    🕘 今天 { $from }–{ $to }
    📍 { $place }
    编号 { $number }。
calendar-description = 预约编号 { $number }
days = 📅 <b>接待日子</b>（四周之内 { $count } 天），点开看名单：
days-none = 四周之内没有接待日子。安排日子请在服务器上运行 linli days import。
days-row = { $day } { $title } { $taken }/{ $capacity } · { $state }
day-list = 📋 <b>{ $title }</b> { $day } · { $state }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
    已约 { $taken }/{ $capacity } · 排队 { $waiting } · 现场取号 { $drawn }
day-list-day-off = ⚠️ 按放假安排，这一天不上班。请改期或者取消，约了的人都会收到通知。
day-list-nobody = 还没有人预约。
day-list-row = { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
day-list-topic = { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
    <blockquote>{ $topic }</blockquote>
button-arrived = ✅ { $index } { $name } 到了
button-no-show = 🚫 { $index } 没来
button-walk-in = 🎫 现场取号
button-move-day = 📅 改期
button-close-day = ⛔ 取消这天
button-refresh = 🔄 刷新
button-page-before = 上一页
button-page-after = 下一页
day-date-row = { $day }
day-move-to = 📅 { $title }（{ $day }）改到哪一天？时间不变。
day-move-why = 📅 { $title }（{ $day }）改到 { $to }，什么原因？会告诉每个约了的人。
day-move-sure = 📅 { $title }（{ $day }）改到 <b>{ $to }</b>，原因：{ $reason }。会通知 { $count } 个人。确定吗？
day-close-why = ⛔ 取消 { $title }（{ $day }），什么原因？会告诉每个约了的人。
day-close-sure = ⛔ 取消 { $title }（{ $day }），原因：{ $reason }。会通知 { $count } 个人，他们的预约都作废。确定吗？
button-day-sure = 确定，通知大家
day-moved = ✅ 已改到 { $to }，正在通知 { $count } 个人。
day-closed = ✅ 已取消，正在通知 { $count } 个人。
day-drawn = 🎫 现场 { $number } 号
help-booking = {"\u000A"}• 想当面问律师、见领导，发 /book 约时间；取消、改约也在那里。
