button-more = ⋯ 更多
button-sure = 是的，确定
button-menu-back = ← 返回
case-menu = <b>{ $number }</b> 还可以：
case-menu-empty = <b>{ $number }</b> 现在没有别的可办。
button-hand-back = ↩️ 退回待办
prompt-hand-back = ↩️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么退回（{ $number }），只有同事看得到。按错了，回复“取消”。
staff-handed-back = ↩️ { $name } 把 { $number } 退回了待办，请同事点“我来办”。受理和期限不变。
notice-handed-back = 🔁 { $number }：原来的工作人员不再负责，马上会有同事接着办。受理和期限都不变，您不用做什么。
event-hand_back = { $at } 退回待办，等别的同事接手
button-recuse = 🙅 我要回避
recuse-sure = 您和 <b>{ $number }</b> 有利害关系，要回避吗？回避以后您不能再接手、再办这件事，也不能改回来。
recuse-done = 🙅 { $name } 已回避 <b>{ $number }</b>。
staff-recused = 🙅 { $name } 回避 { $number }，以后由别的同事办。
error-you-recused = { $number } 您已经回避，不能再办。请交给同事。
error-not-in-your-hands = { $number } 不在您手上，不用退回。要接手，请点卡片上的“我来办”。
error-reason-empty = 请写几句原因，再发一次。光有图片看不出为什么。
error-command-which = 要对哪一件事用 /{ $command }？请在它的话题里发，或者回复它的卡片，也可以写上编号：/{ $command } 123 …
error-command-number = 本群没有这个编号的事项。请对一对编号，或者回复它的卡片发 /{ $command }。
stage-transferred = 已转办
stage-escalated = 已上交
stage-not_accepted = 不予受理
stage-reopened = 重新办理
stage-under_review = 上级复议中
stage-review = 复查中
stage-reviewed = 已复查
stage-rereview = 复核中
stage-final = 已终结
mark-transferred = ➡️
mark-escalated = ⬆️
mark-not_accepted = 🚫
mark-reopened = 🔁
mark-under_review = 🔎
mark-review = ⚖️
mark-reviewed = ⚖️
mark-rereview = ⚖️
mark-final = ⏹
event-transfer = { $at } 转给{ $unit }办理：{ $reason }
event-object = { $at } 不归{ $from }管，退给{ $unit }办理：{ $reason }
event-escalate = { $at } 上交{ $unit }办理：{ $reason }
event-go_to_street = { $at } 您直接交到了{ $unit }
event-not_accept = { $at } 不予受理：{ $reason }
event-same_matter = { $at } 同一件事已在办，没有另外受理：{ $reason }
event-reopen = { $at } 重新办理
event-reconsider = { $at } 您对答复不满意，请{ $unit }复议
event-ask_review = { $at } 您申请复查
event-review_done = { $at } 复查意见：{ $reason }
event-review_redo = { $at } 复查要求重新办理：{ $reason }
event-ask_rereview = { $at } 您申请复核
event-rereview_done = { $at } 复核意见，到此终结：{ $reason }
error-case-stage-transferred = { $number } 转来后还没有人接手，请先点“我来办”。
error-case-stage-escalated = { $number } 上交后还没有人接手，请先点“我来办”。
error-case-stage-not_accepted = { $number } 没有受理，现在不能这样做。要重新办理，请点“更多”里的“重新办理”。
error-case-stage-reopened = { $number } 重新办理后还没有人接手，请先点“我来办”。
error-case-stage-under_review = { $number } 在等人接手复议，请先点“我来办”。
error-case-stage-review = { $number } 正在复查，等复查意见。收到意见请点“更多”记下来。
error-case-stage-reviewed = { $number } 已经复查完了，不能再改。不服可以在三十日内申请复核。
error-case-stage-rereview = { $number } 正在复核，等复核意见。收到意见请点“更多”记下来。
error-case-stage-final = { $number } 已经复核终结，不能再改。有新的事情请另写一件。
card-due-review = ⏳ 外单位 { $day }前应出意见
card-gone = <i>↪️ 这件事现在由<b>{ $unit }</b>办理，在这里写的话不会发给居民。</i>
case-promise-claim-again = ⏳ 承诺 { $claim }前有人接手
button-unit = { $unit }
button-transfer = ➡️ 转办
transfer-whither = <b>{ $number }</b> 要转给哪个单位？
transfer-nowhere = <b>{ $number }</b> 没有别的单位可转。
prompt-transfer = ➡️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么转给<b>{ $chosen }</b>（{ $number }），居民也会看到。按错了，回复“取消”。
button-escalate = ⬆️ 上交一级
prompt-escalate = ⬆️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么上交（{ $number }），居民也会看到。按错了，回复“取消”。
button-object = ↪️ 不归我们管
prompt-object = ↪️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么不归本单位管（{ $number }），居民也会看到；事情会退回原来的单位。按错了，回复“取消”。
button-not-accept = 🚫 不予受理
prompt-not-accept = 🚫 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写两样：为什么不受理，居民该去哪里（单位、地址、电话）（{ $number }）。会原样告诉居民。按错了，回复“取消”。
button-same = 🔂 同一件事在办
prompt-same = 🔂 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>，先写正在办的那件的编号，再写一句说明（{ $number }）。按错了，回复“取消”。
button-reopen = 🔁 重新办理
prompt-reopen = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么重新办理（{ $number }），居民也会看到。按错了，回复“取消”。
button-review-done = ⚖️ 记复查意见
prompt-review-done = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写复查意见（{ $number }），会原样告诉居民。按错了，回复“取消”。
button-review-redo = ⚖️ 复查要求重办
prompt-review-redo = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写复查意见怎么要求重办（{ $number }），会原样告诉居民。按错了，回复“取消”。
button-rereview-done = ⏹ 记复核意见
prompt-rereview-done = ⏹ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写复核意见（{ $number }），会原样告诉居民，这件事就此终结。按错了，回复“取消”。
staff-sent-on = ✅ { $number } 已交给{ $unit }，说过的话都带过去了。这里不用再办。
staff-arrived-transfer = ➡️ { $number } 由{ $unit }的 { $name } 转来，请点“我来办”。不归本单位管的，五个工作日内点“更多”→“不归我们管”。
staff-arrived-escalate = ⬆️ { $number } 由{ $unit }的 { $name } 上交来，请点“我来办”。不归本单位管的，五个工作日内点“更多”→“不归我们管”。
staff-arrived-object = ↪️ { $number } 被{ $unit }的 { $name } 退回来了，原因见备注，请点“我来办”。
staff-not-accept = 🚫 { $number } 不予受理，已告诉居民原因和该去哪里。
staff-same-matter = 🔂 { $number } 没有另外受理，已请居民看正在办的那件。
staff-reopen = 🔁 { $number } 重新办理，请点“我来办”。
staff-review-done = ⚖️ { $number } 复查意见已记下，已告诉居民。
staff-review-redo = ⚖️ { $number } 按复查意见重新办理，请点“我来办”。
staff-rereview-done = ⏹ { $number } 复核意见已记下，已终结。
notice-transfer = ➡️ { $number } 转给<b>{ $unit }</b>办理，{ $claim }前会有人接手。原因：
    <blockquote>{ $reason }</blockquote>
    说过的话都转过去了，您不用再说一遍。
notice-escalate = ⬆️ { $number } 上交<b>{ $unit }</b>办理，{ $claim }前会有人接手。原因：
    <blockquote>{ $reason }</blockquote>
    说过的话都转过去了，您不用再说一遍。
notice-object = ↪️ { $number } 转到的单位说不归它管，退给<b>{ $unit }</b>接着办，{ $claim }前会有人接手。原因：
    <blockquote>{ $reason }</blockquote>
notice-not-accept = 🚫 { $number } { $unit }不予受理：
    <blockquote>{ $reason }</blockquote>
    您可以：
    • 到上面说的单位去反映；
    • 觉得不对，打开这件事，说明理由请我们重新办理，或者直接交到街道；
    • 打电话或到窗口来问。
notice-same-matter = 🔂 { $number } 和您正在办的 { $pending } 是同一件事，所以不另外受理，按规定由正在办的单位办完。
    <blockquote>{ $reason }</blockquote>
    请点下面看那一件；有新情况，写到那一件里就行。
button-show-pending = 看正在办的那件
notice-reopen = 🔁 { $number } 重新办理，{ $unit }会有人接手。原因：
    <blockquote>{ $reason }</blockquote>
notice-review-done = ⚖️ { $number } 的复查意见：
    <blockquote>{ $reason }</blockquote>
    不服可以在三十日内申请复核：打开这件事，点“申请复核”。
notice-review-redo = ⚖️ { $number } 的复查意见要求重新办理，{ $unit }马上会有人接手：
    <blockquote>{ $reason }</blockquote>
notice-rereview-done = ⏹ { $number } 的复核意见。按《信访工作条例》第三十六条，这件事到此终结：
    <blockquote>{ $reason }</blockquote>
error-escalate-top = { $number } 已经在街道，上面没有用机器人的单位了。请在这里答复；居民不服，可以申请复查。
error-no-desk-there = { $unit } 还没有工作群，交不过去。请换一个单位，或者请安装的人先绑定它的工作群。
error-transfer-choose = 请先选要转给哪个单位：点卡片上的“更多”→“转办”，选好再写原因。您写的还在上面。
error-object-nowhere = { $number } 不是别的单位交来的，没有地方退。不归本单位管，请点“转办”或“不予受理”。
error-object-too-late = { $number } 交来已超过 { $days } 个工作日，不能再退回（《信访工作条例》第二十三条）。请办理，或者点“转办”。
error-accepted-already = { $number } 已经受理，不能再说不受理。请答复，或者点“转办”。
error-same-not-theirs = 没有找到这位居民的这个编号，请核对正在办的那件的编号，再点一次“同一件事在办”。
error-same-itself = 您写的就是这一件的编号。请写正在办的另一件的编号，再点一次。
error-same-not-open = { $number } 已经不在办了，不能这样说。请受理这一件，或者点“不予受理”写明原因。
error-reopen-too-late = { $number } 办完超过 { $days } 天了，不能再重新办理。请另写一件，或者直接交到街道。
error-review-not-street = { $number } 不是街道答复的，还不用复查。不满意请点“请上级复议”。
error-review-too-late = { $number } 申请的期限（{ $days } 天）过了。有新的事实，请另写一件。
staff-arrived-go-to-street = ⬆️ { $number } 居民从{ $unit }直接交到街道来了，请点“我来办”。
staff-arrived-reconsider = 🔎 { $number } 居民对{ $unit }的答复不满意，请上级复议，请点“我来办”，看过以后重新答复。
staff-asked-reopen = 🔁 { $number } 居民要求重新办理，请点“我来办”。
staff-asked-ask-review = ⚖️ { $number } 居民申请复查{ $body }，申请书已发给居民。收到复查意见，请点“更多”记下来。
staff-asked-ask-rereview = ⚖️ { $number } 居民申请复核{ $body }，申请书已发给居民。收到复核意见，请点“更多”记下来。
button-roads = 不满意？还可以…
button-roads-early = 直接交到街道
roads = { $number } 您还可以：
roads-none = { $number } 现在没有别的可办。有新情况请写进来，或另写一件。
road-reconsider = • 请{ $unit }复议：再看一遍这个答复。这是我们自己的承诺，不影响您别的权利。
road-reopen = • 请原单位重新办理{ $dated ->
    [yes] ，{ $until }前可以提
   *[no] {""}
}。
road-go-to-street = • 直接交到{ $unit }。随时可以，不会被拒绝。
road-ask-review = • 申请复查（《信访工作条例》第三十五条）{ $named ->
    [yes] ：交给{ $body }
   *[no] {""}
}{ $dated ->
    [yes] ，{ $until }前提出
   *[no] {""}
}。申请书由我们打印好发给您。
road-ask-rereview = • 申请复核（《信访工作条例》第三十六条）{ $named ->
    [yes] ：交给{ $body }
   *[no] {""}
}{ $dated ->
    [yes] ，{ $until }前提出
   *[no] {""}
}。申请书由我们打印好发给您。
button-road-reconsider = 请{ $unit }复议
button-road-reopen = 请重新办理
button-road-go-to-street = 直接交到{ $unit }
button-road-ask-review = 申请复查
button-road-ask-rereview = 申请复核
button-without-why = 不用写，直接交
why-reconsider = 请写几句：对 { $number } 的答复，您哪里不满意？
why-reopen = 请写几句：{ $number } 为什么要重新办理？
why-go-to-street = 您想对街道说什么（{ $number }）？以前说过的都会一起转过去。
why-ask-review = 请写申请复查的理由（{ $number }），会印在申请书上：哪里不对，您要求怎么办？
why-ask-rereview = 请写申请复核的理由（{ $number }），会印在申请书上：哪里不对，您要求怎么办？
why-in-words = 请用文字写几句理由。照片和文件可以写进这件事里。
went-reconsider = 🔎 { $number } 已请{ $unit }复议，会有人接手，再给您答复。
went-reopen = 🔁 { $number } 已请{ $unit }重新办理，会有人接手。
went-go-to-street = ⬆️ { $number } 已直接交到{ $unit }，会有人接手。
went-ask-review = ⚖️ { $number } 复查申请书马上发给您。请打印、签名，在期限内交到上面写的地方。
went-ask-rereview = ⚖️ { $number } 复核申请书马上发给您。请打印、签名，在期限内交到上面写的地方。
went-paper-by-code = ⚖️ { $number } 的申请书在上面。请打印，自己写上姓名、签名，在期限内交到上面写的地方。我们没有记下您是谁，请把它保存好。
paper-ask-review = ⚖️ { $number } 复查申请书。请打印、签名，{ $until }前交到：{ $body } { $address } { $phone }。收到申请后三十日内会给意见。
paper-ask-rereview = ⚖️ { $number } 复核申请书。请打印、签名，{ $until }前交到：{ $body } { $address } { $phone }。收到申请后三十日内会给意见，这件事到那时终结。
sheet-title-ask-review = 信访事项复查申请书
sheet-title-ask-rereview = 信访事项复核申请书
sheet-to = 致：{ $body }
sheet-address = 地址：{ $address}　电话：{ $phone }
sheet-from = 申请人：{ $name }　　编号：{ $number }
sheet-matter = 信访事项：{ $text }
sheet-answered = 答复单位：{ $unit }　　答复日期：{ $day }
sheet-answer = 答复意见：{ $text }
sheet-why-ask-review = 申请复查的理由和请求：{ $text }
sheet-why-ask-rereview = 申请复核的理由和请求：{ $text }
sheet-until-ask-review = 请在 { $day }前提出（《信访工作条例》第三十五条：收到答复意见之日起三十日内）。复查机关收到申请之日起三十日内提出复查意见。
sheet-until-ask-rereview = 请在 { $day }前提出（《信访工作条例》第三十六条：收到复查意见之日起三十日内）。复核机关收到申请之日起三十日内提出复核意见。
sheet-sign = 申请人签名：______________　　{ $day }
sheet-foot-ask-review = 由邻里代为打印，请本人核对后签名。
sheet-foot-ask-rereview = 由邻里代为打印，请本人核对后签名。
same-open = 您正在办的 { $number } 写的是同样的话。是同一件事吗？
same-gone = 那一件已经不在办了，可以照常提交。
button-same-see = 看 { $number }，补充到那里
button-same-anew = 不是同一件，照样提交
button-to-street = 改为直接交到街道
button-to-unit = 改回交给本社区
preview-to-street = 🏛 直接交到街道
error-reconsider-top = { $number } 已经是街道答复的，不满意可以申请复查。
error-street-already = { $number } 已经在街道了，不用再交。
