weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
duty = 🗓 <b>{ $unit } 值班表</b>
duty-today = <b>今天值班</b>：{ $any ->
    [yes] { $names }
   *[no] 没有人
}{ $open ->
    [yes] （{ $away } 休假，空着）
   *[no] {""}
}
duty-day = { $day } { $any ->
    [yes] { $names }
   *[no] —
}{ $open ->
    [yes] （{ $away } 休假，空着）
   *[no] {""}
}{ $special ->
    [yes] {" "}（当天另排）
   *[no] {""}
}
duty-away = 🏖 { $name } { $first }到{ $last } 休假
duty-usage =
    还没有排班。点下面的按钮排，或者这样写：
    /duty 周一到周五 @用户名
    /duty 12月3日 姓名 姓名
    /duty 12月3日 无（那天没有人）
    /duty import（和一张表格一起发）
    换班：/swap 12月3日 @用户名 · 休假：/away 12月1日到12月5日
    <i>在本群里说过话的同事才能排。</i>
duty-set = ✅ 已经排好 { $count } 天。
button-duty-weeks = 排每周
button-duty-days = 排某一天
button-duty-weekday = { $weekday } { $any ->
    [yes] { $names }
   *[no] —
}
button-duty-day = { $day } { $any ->
    [yes] { $names }
   *[no] —
}
button-duty-person = { $on ->
    [yes] ✅ { $name }
   *[no] { $name }
}
button-duty-as-weekly = 这天照每周的排
duty-which-weekday = 排哪一天？每周都照这样。
duty-which-day = 排哪一天？只管这一天。
duty-who-weekly = 每{ $weekday } 谁值班？点名字加上，再点去掉。
duty-who-day = { $day } 谁值班？点名字加上，再点去掉。
duty-plan = 📋 <b>这张表会排 { $count } 天</b>，看看对不对，再点下面的按钮。已经排好的同一天会换成这里的。
duty-plan-weekly = 每{ $weekday }：{ $any ->
    [yes] { $names }
   *[no] 没有人
}
duty-plan-day = { $day }：{ $any ->
    [yes] { $names }
   *[no] 没有人
}
duty-plan-wrong = ⚠️ <b>表里有 { $count } 处看不懂，一天也没有排。</b>改好再发一次：{ $more ->
    [0] {""}
   *[other] （另有 { $more } 处没有列出）
}
duty-problem-day = 第 { $row } 行：“{ $text }”不是日子。写周一，或者 2026-12-03。
duty-problem-person = 第 { $row } 行：不认识“{ $text }”。这位同事要先在本群里说一句话。
duty-problem-nobody = 第 { $row } 行：“{ $text }”后面没有写人。没有人值班就写“无”。
duty-problem-many = 第 { $row } 行：“{ $text }”人太多了。
button-duty-plan = 就这样排
card-duty = 🔔 今天值班：
card-duty-one = <a href="tg://user?id={ $user }">{ $name }</a>，请看一下
swap-usage =
    请这样写：/swap 12月3日 @同事
    要换过来一天：/swap 12月3日 @同事 12月5日（前面是您的，后面是他的）
swap-asked = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>，{ $from } 想请您替 { $day } 的班{ $for ->
    [day] ，他替您 { $other } 的
   *[nothing] {""}
}。
button-swap-yes = 可以，我来
button-swap-no = 不行
swap-accepted = ✅ <a href="tg://user?id={ $user }">{ $name }</a>，<a href="tg://user?id={ $by-user }">{ $by }</a> 替您 { $day } 的班{ $for ->
    [day] ，您替 { $other } 的
   *[nothing] {""}
}。值班表改好了。
swap-declined = ❌ <a href="tg://user?id={ $user }">{ $name }</a>，<a href="tg://user?id={ $by-user }">{ $by }</a> 不能替您 { $day } 的班，请再找别人。
away-kept = 🏖 { $name } { $first }到{ $last } 休假，记下了。
away-duty = ⚠️ { $day } 的班空着，请找人替（/swap）。
away-cases = 手上有 { $count } 件：{ $numbers }，请同事照看。
away-none = 您没有记下休假。休假这样写：/away 12月1日到12月5日
away-mine = 您记下的休假：
away-row = 🏖 { $first }到{ $last }
button-away-back = 不休了：{ $first }起
duty-brief = 🗓 <b>{ $day } 值班</b>
duty-brief-on = 今天值班：<a href="tg://user?id={ $user }">{ $name }</a>
duty-brief-empty = 值班表是空的，有新事项时不会特别提醒谁。排班发 /duty
duty-brief-nobody = 今天没有人值班，有新事项时不会特别提醒谁。
duty-brief-open = ⚠️ { $name } 休假，今天的班空着。
duty-brief-away = 🏖 { $name } 休假到{ $last }
duty-brief-cases = { $name } 手上有 { $count } 件，请同事照看：{ $numbers }{ $more ->
    [0] {""}
   *[other] {" "}等
}
command-group-duty = 值班表
command-group-swap = 请同事换班
command-group-away = 记下休假
error-duty-elsewhere = 值班表在受理群里用。
error-duty-day-unknown = 没看出是哪一天。请写周一、12月3日，或者 12月3日到12月5日。
error-duty-nobody-named = 没看出是谁。请在日子后面写 @用户名 或姓名；没有人值班就写“无”。
error-duty-person-unknown = 不认识“{ $name }”。这位同事要先在本群里说一句话，再写 @用户名 或完整的姓名。
error-duty-too-many = 一天最多排 { $count } 个人。
error-duty-file = 请把 /duty import 和一张 XLSX 或 CSV 表格一起发（第一列日子，后面是人，200 行以内），或者回复那张表格。
error-duty-plan-gone = 这张表已经排过了，或者有人又发了一张。发 /duty 看现在的值班表。
error-duty-no-desk = 请写明是哪个单位的受理群。
error-away-unknown = 没有找到这段休假，可能已经去掉了。
error-away-days-unknown = 没看出是哪几天。请这样写：/away 12月1日到12月5日
error-away-past = 这几天已经过去了。
error-away-long = 休假最长一年。
error-swap-unknown = 没有找到这次换班。
error-swap-usage = 请这样写：/swap 12月3日 @同事。要换过来一天，在后面再写一天。
error-swap-past = 这一天已经过去了。
error-swap-self = 不用和自己换。
error-swap-not-yours = 那天您不值班，或者那位同事本来就值班。发 /duty 看值班表。
error-swap-not-theirs = 后面那天那位同事不值班，或者您本来就值班。发 /duty 看值班表。
error-swap-away = 那天要替班的人休假。
error-swap-not-asked = 请的不是您，只有被请的同事能回答。
error-swap-over = 这次换班已经有结果了，或者值班表改过了。要换请再发一次 /swap。
