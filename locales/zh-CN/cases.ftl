stage-submitted = 已提交
stage-accepted = 已受理
stage-in_progress = 办理中
stage-more_info = 等您补充
stage-more_info-staff = 等居民补充
stage-answered = 已答复
stage-closed = 已办结
stage-withdrawn = 已撤回
mark-submitted = 🆕
mark-accepted = 📌
mark-in_progress = 🔧
mark-more_info = ❓
mark-answered = 💬
mark-closed = ✅
mark-withdrawn = ↩️
receipt = 🧾 <b>回执 { $number }</b>
    { $unit }已收到您的{ $kind }。

    <b>我们的承诺</b>
    • { $claim }前有人接手
    • { $reply }前答复您
    <b>法律规定的最后期限</b>
    • { $accept }前书面告诉您是否受理
    • 受理后 60 天内答复（按今天算是 { $answer }）

    有回复会发到这里，直接回复这条消息就能补充。
receipt-calendar-uncertain = （有的放假安排国家还没公布，日期可能会调整。）
button-show-case = 看办到哪一步
button-add-to-case = 我要补充
notice-accepted = 📌 { $number } <b>已受理</b>。
    { $unit } { $name } 负责，承诺 { $reply }前答复您；法定期限是 { $answer }。
notice-accepted-late = 📌 { $number } <b>已受理</b>。
    { $unit } { $name } 负责。原来承诺 { $reply }前答复您，已经晚了，对不起，现在尽快办；法定期限是 { $answer }。
notice-taken-over = 👤 { $number } 现在由{ $unit } { $name } 负责，答应您的日期不变。
notice-taken-on = 👤 { $number } 现在由{ $unit } { $name } 负责，承诺 { $reply }前答复您；法定期限是 { $answer }。
notice-taken-on-late = 👤 { $number } 现在由{ $unit } { $name } 负责。原来承诺 { $reply }前答复您，已经晚了，对不起，现在尽快办；法定期限是 { $answer }。
notice-taken-on-law = 👤 { $number } 现在由{ $unit } { $name } 负责，法定最晚 { $answer }答复您。
notice-closed = ✅ { $number } 已办结。还有话说，请另写一件新的事，写上这个编号就行。
case-reply = 💬 <b>{ $number }</b> { $unit } { $name }：
    { $text }
case-ask = ❓ <b>{ $number }</b> 需要您补充。{ $unit } { $name }：
    { $text }

    请直接<b>回复这条消息</b>。
case-answer = 📄 <b>{ $number } 办理答复</b>
    { $unit } { $name }：
    { $text }
cases = 您有 { $count } 件事。点一下或打数字看详情：
cases-none = 您还没有提交过事情。有事请直接写给我。
case-number-unknown = 您的事里没有这个编号，请对一对：发 /cases 看您的事。不留名的事，请打查询码。
cases-row = { $mark } { $number } { $text }（{ $stage }）
case = { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
case-text = “{ $text }”
case-promise-claim = ⏳ 我们承诺：{ $claim }前有人接手
    ⚖️ 法定：{ $accept }前书面告诉您是否受理
case-promise-answer = ⏳ 我们承诺：{ $reply }前答复
    ⚖️ 法定：最晚 { $answer }答复
case-promise-answer-from-submission = ⏳ 我们承诺：{ $reply }前答复
    ⚖️ 法定：受理后 60 天内答复
case-past = ⏰ <b>对不起，已过承诺日期 { $days } 天</b>
case-handler = 👤 { $other ->
    [yes] { $unit }{" "}
   *[no] {""}
}{ $name } 在办
case-handled = 👤 { $other ->
    [yes] { $unit }{" "}
   *[no] {""}
}{ $name } 经办
case-timeline = {"\u000A"}<b>经过</b>
case-earlier = …（更早的略）
event-submit = { $at } 提交
event-claim = { $at } { $name } 接手，已受理
event-take_over = { $at } { $name } 接手
event-ask_more = { $at } 请您补充
event-answer = { $at } 给出办理答复
event-move = { $at } 改由{ $name }的工作群办理
event-close = { $at } 办结
event-withdraw = { $at } 您撤回了
case-you-wrote = { $at } <b>您：</b>{ $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
case-staff-wrote = { $at } <b>{ $other ->
    [yes] { $unit }{" "}
   *[no] {""}
}{ $name }：</b>{ $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
case-write = 请把要补充的发给我（文字、照片、语音都行），我加到 { $number } 里。
case-added = ✅ 已补充到 { $number }，工作人员看得到。
case-thanked = 🙏 您的话工作人员看得到，谢谢您！
case-afterword = ✅ 您的话工作人员看得到。{ $number } 已经办结；事情还没完的话，可以写成一件新的事。
case-withdraw = 真的要撤回 <b>{ $number }</b> 吗？现在是“{ $stage }”。撤回以后就不再办理了。
case-withdrawn = ↩️ { $number } 已撤回。
case-not-withdrawn = 好的，没有撤回。
button-withdraw = 撤回
button-withdraw-yes = 确定撤回
button-withdraw-no = 不撤回
button-my-cases = 我的其他事
reply-unknown = 🔒 我不知道您回复的是哪件事，所以还没有存下来。如果是不留名的那件，请打查询码，我就加进去。
button-leave-code = 离开（忘掉查询码）
code-ask = 请输入查询码（12 个字母和数字，大小写和横线都不要紧）：
button-read-all = 把回复全文发给我
case-file-gone = 有一个文件 Telegram 不再保存了，请打电话问社区要。
case-full = 💬 { $other ->
    [yes] { $unit }{" "}
   *[no] {""}
}{ $name }：
    { $text }
code-ask-again = 为了安全，查询码已经忘掉了。请再输一遍查询码；您要补充的话，等开了再加进去。
code-file-too-large = ⚠️ 这个文件超过 20 MB 或已失效，没有加进去。请发一个小一点的。
button-not-anonymous = 不是匿名的事，看看怎么办
button-held-new = 刚才的话当作一件新的事
code-held-ended = 这件事已经结束，刚才的话没有加进去，我还记着。可以当作一件新的事，也可以不要了。
button-drop-held = 刚才的话不要了
code-words-wait = 🔒 您还有 { $count } 条话等着查询码，还没有存下来。要接着办，请发 /start，点“等着查询码”。
code-words-dropped = 刚才写的 { $count } 条没有交上去，也没有存下来。
code-words-held = 您的话我先记着。请再输一遍查询码，我就加进去。
reply-after-consent = 🔒 我不知道您回复的是哪件事，所以没有存下来。请先完成下面的步骤，再发一遍。
code-after-consent = 这是查询码，我没有记下来。请先完成下面的步骤，再发一遍。
code-case-ended = 这件事已经结束，刚才的话没有加进去。要提新的建议，请先离开，再点“我要反映一件事”。
code-voice-warning = ⚠️ 声音和画面能听出、看出是谁。这一份已经送到了；以后要匿名，请用文字写。
code-document-warning = ⚠️ 文件里可能有您的名字。这一份已经送到了；以后要匿名，请用文字写。
code-position-warning = ⚠️ 位置如果是您家里，就能看出是谁。这个位置已经送到了；以后要匿名，请用文字写。
