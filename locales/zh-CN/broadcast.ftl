menu-subscribe = 每周消息：订、改、停
help-subscribe = • 发 /subscribe 订每周消息，或者不要再发。
subscription = 📬 <b>您想收到什么？</b>

    现在是：<b>{ $rhythm }</b>
    改了马上算数，随时可以再改。
rhythm-weekly = 每周一次
rhythm-at_once = 一公布就告诉我
rhythm-notices = 只收社区通知
rhythm-never = 什么都不要
button-rhythm-weekly = { $tick }每周一次，汇总告诉我
button-rhythm-at_once = { $tick }一公布就告诉我
button-rhythm-notices = { $tick }只收社区的通知
button-rhythm-never = { $tick }什么都不要，紧急的也不要
button-topics = 要看哪些内容（选了 { $count } 项）
button-quiet = { $quiet ->
    [yes] 免打扰：{ $from } 点到 { $to } 点
   *[no] 免打扰：不设，随时都行
}
subscription-topics = 要看哪些内容？点一下选上，再点一下去掉。
button-topic-news = { $tick }党务、居务、财务公开
button-topic-work = { $tick }办好了多少事
button-topic-days = { $tick }下周的接待和活动
button-topic-votes = { $tick }测评和投票
subscription-quiet = 哪几个钟头不要打扰您？到点再发给您，不会漏掉。停水、火警这样的紧急通知，工作人员可以随时发。
button-hours = { $tick }{ $quiet ->
    [yes] { $from } 点到 { $to } 点
   *[no] 不设，随时都行
}
subscription-kept = ✅ 记下了。
subscription-stopped = ✅ 不再发给您了，紧急通知也不发。哪天想收，在这里再选。您反映的事、您的预约，有回音还是会告诉您。
button-broadcast-change = 改一改
button-broadcast-stop = 不要再发
broadcast-notice = 📢 <b>{ $unit } 通知</b>

    { $text }
broadcast-urgent = 🚨 <b>{ $unit } 紧急通知</b>

    { $text }
broadcast-item = 📌 <b>{ $unit } 刚刚公布</b>
digest = 📬 <b>{ $unit } · { $weeks ->
    [1] 本周消息
   *[other] 近 { $weeks } 周消息
}</b>
digest-topic-news = {""}
    📌 <b>公布了</b>
digest-topic-work = {""}
    🔧 <b>办了的事</b>
digest-topic-days = {""}
    📅 <b>接下来一周可以来</b>（发 /book 预约）
digest-topic-votes = {""}
    🗳 <b>测评和投票</b>（发 /vote 参加）
digest-more = …还有 { $count } 项
digest-news = • { $category }：{ $title }{ $n ->
    [1] {""}
   *[other] （更正）
}
button-digest-news = 打开看看
digest-work = • { $unit }：答复 { $answered } 件，办结 { $closed } 件
digest-day = • { $day } { $title } · { $free ->
    [0] 约满了，可以排队
   *[other] 有 { $free } 个空
}
digest-vote-open = • 正在投：{ $title }（{ $closes } 截止）
digest-vote-decided = • 有结果了：{ $title }
campaign-kind-weekly = 每周消息
campaign-kind-item = 公布即发
campaign-kind-notice = 通知
campaign-kind-urgent = 紧急通知
campaign-is-draft = 还没发
campaign-is-preparing = 正在发
campaign-is-sending = 正在发
campaign-is-paused = ⏸ 暂停了
campaign-is-done = ✅ 发完了
campaign-is-stopped = ⏹ 停了
campaign = 📣 <b>{ $kind }</b> · { $unit }
    { $state } · 送到 { $sent }/{ $all } 人
campaign-waiting = ⏳ 还在路上 { $count } 人
campaign-later = 🌙 过了免打扰时间再发 { $count } 人
campaign-blocked = 📵 停用了机器人 { $count } 人（已记下）
campaign-dropped = 🚫 不再发给 { $count } 人
campaign-failed = ⚠️ 没送成 { $count } 人
button-campaign-pause = ⏸ 暂停
button-campaign-resume = ▶️ 接着发
button-campaign-stop = ⏹ 停止
notice-usage = 把要通知的话写在 /notice 后面，例如：/notice 明天上午停水。也可以先写好，再回复那条消息发 /notice。
notice-words-only = 📎 图片和文件不会跟着发，居民只看到文字。
notice-aim = 📢 <b>发给谁？</b>
    现在选的是：<b>{ $unit }</b> · { $role } · { $count } 人

    <blockquote>{ $text }</blockquote>
notice-unit = { $tick }{ $unit }
notice-everybody = { $tick }所有居民
notice-role = { $tick }{ $role }（{ $count }）
role-everybody = 所有居民
role-group_leader = 小组长
role-resident_representative = 居民代表
role-party_member = 党员
role-supervision = 居务监督委员
role-finance = 民主理财小组
role-deputy = 人大代表
role-cppcc = 政协委员
role-unit_representative = 驻社区单位代表
role-staff = 社区工作者
role-petition_officer = 信访干部
role-lawyer = 律师
notice-look = 👀 发给 <b>{ $unit }</b> · { $role }，一共 <b>{ $count } 人</b>。居民看到的是：
notice-is-calm = <i>普通通知：正在免打扰的人，到点再收到。</i>
    {""}
notice-is-urgent = <i>紧急通知：不管几点，马上发。</i>
    {""}
notice-send = 发给 { $count } 人
notice-make-urgent = 🚨 改成紧急，马上发
notice-make-calm = 改回普通通知
notice-again = 换一些人
notice-look-at = 看一看再发
notice-drop = 不发了
notice-sure = ❗️真的要发给 <b>{ $unit }</b> · { $role }，<b>{ $count } 人</b>？发出去收不回来。
notice-yes = 确定，发给 { $count } 人
notice-no = 再看看
notice-dropped = 🗑 这个通知不发了。
cli-help-unit-digest = 每周消息在哪天几点发：给这个单位和它下面没有另定的单位。
cli-help-unit-digest-day = 星期几：1 是星期一，7 是星期天。
cli-help-unit-digest-at = 几点：24 小时制，例如 18:00。
cli-help-unit-digest-off = 不发每周消息。
cli-unit-digest = { $name }：每周消息改在星期{ $day ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 天
    } { $at } 发。
cli-unit-digest-off = { $name }：不再发每周消息。
cli-unit-digest-time = 时间要写成 18:00 这样。
tick-yes = ✅{" "}
tick-no = {""}
