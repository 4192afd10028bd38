holiday-new-years-day = 元旦
holiday-spring-festival = 春节
holiday-tomb-sweeping-day = 清明节
holiday-labour-day = 劳动节
holiday-dragon-boat-festival = 端午节
holiday-mid-autumn-festival = 中秋节
holiday-national-day = 国庆节
event-redate = { $at } 放假安排变了，日期改了
notice-redated = 🗓 <b>{ $number }</b> 的日期改了：{ $awaits ->
    [claim] { $to }前有人接手
   *[other] { $to }前答复您
}（原来是 { $from }）。国家的放假安排有变，我们重新算过。
staff-redated = 🗓 { $number } 按新的放假安排重新算过：{ $awaits ->
    [claim] { $to }前接手
   *[other] { $to }前答复
}（原来是 { $from }）。{ $told ->
    [yes] 已告诉居民。
   *[no] {""}
}
error-extension-exists = 这件事已经有人申请延期，或者已经延过一次了。
error-extension-unknown = 没有找到这个延期申请。
error-extension-own = 要由另一位同事来定，申请的人自己不能同意。
error-extension-decided = { $name } 已经定过了。
holiday-other = 放假
command-group-dates = 这件事的日期是怎么算的
button-dates = 🗓 日期是怎么算的
names-dates = 日期|期限|怎么算|怎么算的|日期怎么算
dates = 🗓 <b>{ $number } 的日期是这样算的</b>
dates-acknowledge = • { $day }收到，机器人当时就回了执。从第二天算起。
dates-claim = • 🙋 <b>{ $day }前有人接手</b>：{ $since }{ $began ->
    [moved] 转到这里
   *[filed] 提交
}，往后数 { $count } 个工作日。这是我们自己的承诺。
dates-reply = • ⏳ <b>{ $day }前答复</b>：{ $since }{ $began ->
    [moved] 转到这里
   *[filed] 提交
}，往后数 { $count } 个工作日。这是我们自己的承诺。
dates-accept = • ⚖️ <b>{ $day }前书面告诉是否受理</b>：{ $since }提交，往后数 { $count } 天，周末和假日也算（《信访工作条例》第 { $article } 条）。
dates-answer = • ⚖️ <b>最晚 { $day }答复</b>：{ $since }受理，往后数 { $count } 天，周末和假日也算（《信访工作条例》第 { $article } 条）。
dates-answer-open = • ⚖️ <b>受理后 { $count } 天内答复</b>，周末和假日也算（《信访工作条例》第 { $article } 条）。受理以后才开始数。
dates-extended = {"   "}其中延长了 { $days } 天：{ $by }申请，{ $name }同意，因为“{ $reason }”（第 { $article } 条，只能一次，最多 30 天）。
dates-put-off = {"   "}本来是 { $before }，延期 { $days } 天，遇到休息日顺到下一个工作日，就是 { $day }。
dates-off = {"   "}{ $name }：{ $days ->
    [1] { $first }放假
   *[other] { $first }到 { $last }放假
}，不算工作日。
dates-worked = {"   "}{ $days ->
    [1] { $first }
   *[other] { $first }到 { $last }
}是调休上班，算工作日。
dates-kept = {"   "}放假安排改过，重新算的日子已经过了，所以定在 { $day }。
dates-unknown-year = {"   "}⚠️ { $year } 年的放假安排国家还没公布，先按周一到周五算。公布以后重新算，日期变了会告诉您。
dates-over = • 这件事已经答复或结束，没有要等的日期了。
button-extend = ⏳ 申请延期
prompt-extend = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么要延期（{ $number }）。同意以后，这个理由会告诉居民。按错了，回复“取消”。
extension-asked = ⏳ <b>{ $number } 申请延期</b>
    { $name }：“{ $reason }”
    现在法定最晚 { $answer }答复。请<b>另一位同事</b>决定延几天；只能延一次，最多 30 天。
button-extend-10 = 同意 10 天
button-extend-20 = 同意 20 天
button-extend-30 = 同意 30 天
button-extend-no = 不同意
extension-approved = ✅ { $number } 延期 { $days } 天：{ $by }申请，{ $name }同意。已告诉居民。
extension-refused = ❌ { $number } 不延期：{ $by }申请，{ $name }没有同意。请按原来的日期办。
extension-overtaken = { $number } 已经答复、结束或转走，这个延期申请不算数了。
staff-extended = ⏳ { $number } 延期 { $days } 天（{ $by }申请，{ $name }同意）：{ $reply }前答复，法定最晚 { $answer }。
staff-extension-refused = ❌ { $number } 的延期没有同意（{ $name }）。请按原来的日期办：{ $reply }前答复，法定最晚 { $answer }。
staff-extension-fell = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>：{ $number } 的延期申请还没人定，事情已经答复、结束、转走，或者您回避了，申请不算数了。
notice-extended = ⏳ <b>{ $number } 要多等些日子</b>，最多延长 { $days } 天。
    原因：“{ $reason }”
    新的日期：<b>{ $reply }前答复</b>，法定最晚 { $answer }。这是按《信访工作条例》第 34 条办的，由 { $name } 同意，只能延一次。
event-extend = { $at } { $name }同意延期
error-extension-late = 法定期限已经过了，不能再延期。请尽快答复居民。
error-extension-not-yours = { $number } 不在您手上。由谁办，就由谁申请延期。
receipt-by-law = 🧾 <b>回执 { $number }</b>
    { $unit }已收到您的{ $kind }。

    <b>法律规定的最后期限</b>
    • { $accept }前书面告诉您是否受理
    • 受理后 60 天内答复（按今天算是 { $answer }）

    有回复会发到这里，直接回复这条消息就能补充。
away = 🌙 现在{ $holiday ->
    [yes] { $name }放假
   *[no] 不是上班时间
}，您写的已经收好。工作人员 <b>{ $back }</b> 上班，那时就能看到。
away-urgent = 🌙 现在不是上班时间，可能不会马上有人看到。等不了就别等，请直接打电话。
away-long = 🌙 现在不是上班时间，您写的已经收好，工作人员上班就能看到。
away-uncertain = （放假安排国家还没公布，上班的日子可能会变。）
brief = ☀️ <b>{ $day } 早报</b>
    🆕 { $since }以来新增 { $new } 件 · 💬 答复 { $answered } 件
    🙋 还没人接 { $waiting } 件
    ⏳ 今天到期 { $due } 件 · ⏰ 超期 { $overdue } 件
    没办完的共 { $open } 件：/queue
brief-quiet = ☀️ <b>{ $day } 早报</b>：没有新的事项，也没有要赶的。没办完的共 { $open } 件。
branch-brief = 📋 <b>支部例会简报</b>（{ $unit }，{ $since }到 { $until }）
    🆕 新增 { $new } 件 · 💬 答复 { $answered } 件 · ✅ 办结 { $closed } 件
    没办完 { $open } 件，其中没人接 { $waiting } 件、超期 { $overdue } 件
branch-brief-below = • { $name }：新增 { $new }，答复 { $answered }，没办完 { $open }，超期 { $overdue }
branch-brief-words = 🔥 一周热词：{ $words }
branch-brief-hint = 详情：/queue
reception-list = 🪑 <b>{ $day } { $title }</b>{ $manned ->
    [yes] {" "}· { $people }
   *[no] {""}
}
reception-person = { $at } { $name }{ $told ->
    [yes] ：{ $topic }
   *[no] {""}
}
reception-nobody = 今天没有人预约。
reception-cases = <b>还等着的事项 { $count } 件</b>
reception-case = { $mark } <b>{ $number }</b> { $kind } { $text } · { $over ->
    [yes] ⏰ 应在 { $day }前
   *[no] { $day }前
}
card-due-claim-law = ⏳ 法定：{ $day }前书面告诉是否受理
card-due-answer-law = ⏳ 法定：最晚 { $law }答复
notice-accepted-law = 📌 { $number } <b>已受理</b>。
    { $unit } { $name } 负责，法定最晚 { $answer }答复您。
case-promise-claim-law = ⚖️ 法定：{ $accept }前书面告诉您是否受理
case-promise-answer-law = ⚖️ 法定：最晚 { $answer }答复
case-promise-answer-law-open = ⚖️ 法定：受理后 60 天内答复
