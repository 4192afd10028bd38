button-major = ⭐ 重大事项·包案
major = ⭐ <b>{ $number }</b> 是重大事项，包案：{ $lead }{ $any ->
    [yes] ；调查组：{ $team }
   *[no] {""}
}
major-choose-lead = ⭐ 把 <b>{ $number }</b> 定为重大事项：由谁包案？包案的人负责到底。
major-choose-other = <b>{ $number }</b> 改由谁包案？点了以后请写原因。
major-choose-team = <b>{ $number }</b> 的调查组：点名字加上，再点去掉。
button-major-lead = 换包案的人
button-major-team = 调查组
button-finding = 🔎 告知调查结果
button-upward = 📤 向上级报告
button-upward-send = 发给上级
card-lead = ⭐ <b>重大事项</b>，包案：{ $name }{ $any ->
    [yes] ；调查组：{ $team }
   *[no] {""}
}
major-you-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>，{ $number } 由您包案，请负责到底（{ $by } 定的）。
major-you-join = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，请参加 { $number } 的调查组（{ $by } 请您）。
major-you-leave = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，您不再参加 { $number } 的调查组（{ $by } 改的）。
notice-major = ⭐ { $number } 列为重大事项，由 { $name } 包案，负责到底。
event-major = { $at } 列为重大事项，有领导包案
event-lead = { $at } 换了包案的领导
event-finding = { $at } 告知调查结果
prompt-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么换包案的人（{ $number }），只有同事看得到。按错了，回复“取消”。
prompt-finding = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写调查结果，会发给居民（{ $number }）。按错了，回复“取消”。
prompt-upward = 📤 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写请上级帮什么（{ $number }），写好就和摘要一起发给上级。按错了，回复“取消”。
case-finding = 🔎 <b>{ $number } 调查结果</b>
    { $unit } { $name }：
    { $text }
upward-look = 👀 <b>{ $number } 上级会看到这些</b>（电话、证件号、门牌号已遮住），看好了再发：
upward = 📤 <b>重大事项报告 { $number }</b>
    { $unit } · { $kind } · { $day }起
upward-text = <blockquote>{ $text }</blockquote>
upward-place = 地点：{ $place }
upward-lead = 包案：{ $name }
upward-done = { $day } { $what }
upward-did-claim = 受理
upward-did-reply = 回复居民
upward-did-ask_more = 请居民补充
upward-did-answer = 给出答复
upward-did-finding = 告知调查结果
upward-did-major = 定为重大事项
upward-did-lead = 换包案的人
upward-asked = <b>请上级：</b>{ $text }
    <i>回复本条消息，就转给办这件事的同事。</i>
upward-sent = 📤 { $name } 已经把 { $number } 的报告发给上级。上级的回复会出现在这里。
upward-answer = 📥 <b>{ $unit } { $name }</b>：
    <blockquote>{ $text }</blockquote>
upward-passed-on = 已经转给办这件事的同事。
duty-brief-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a> 包案：{ $number }，法定期限 { $day }
error-major-already = 已经是重大事项了，由 { $name } 包案。要换人，请点“换包案的人”。
error-major-not = 这还不是重大事项。请先点“重大事项·包案”，定谁包案。
error-major-lead-unchosen = 没看出换成谁。请点“换包案的人”，再点名字。
error-major-team-full = 调查组最多 { $count } 个人。
error-major-nobody-above = 上级还没有工作群，发不了。请打电话报告。
command-group-major = 重大事项：包案、调查组、报告上级
card-lead-none = ⭐ <b>重大事项</b>，包案的人回避了，<b>请另定一位</b>{ $any ->
    [yes] ；调查组：{ $team }
   *[no] {""}
}
major-needs-lead = ⭐ { $name } 回避了 { $number }，不再包案。请另定一位包案的人。
button-major-choose = 选包案的人
error-major-recused = { $name } 已经回避了 { $number }，不能包案，也不能进调查组。请选别人。
