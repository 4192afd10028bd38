card = { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
card-text = <blockquote>{ $text }</blockquote>
card-full-text = 📄 全文 { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
card-place = 📍 { $place }
card-files = { files-kinds }（见下）
card-resident = 👤 { $name }
card-anonymous = 🔒 匿名，回复凭查询码可见
card-due-claim = ⏳ 承诺 { $day }前接手
card-due-answer = ⏳ 承诺 { $day }前答复，法定最晚 { $law }
card-past = ⏰ <b>已过承诺日期</b>
card-submitted = 🗓 { $day } 提交
card-handler = 🙋 { $name } 负责
card-handler-of = 🙋 { $unit } { $name } 负责
card-untaken = ⚠️ <b>这里还没人接手，请点“我来办”。</b>
card-counts = 💬 居民 { $resident } · 答 { $staff } · 备注 { $note }
card-unreachable = 📵 <b>联系不上：</b>居民停用了机器人，回复送不到，请另想办法联系。
card-hint-topic = <i>在本话题里写的话、对这张卡片的回复，都会发给居民；以 // 开头的是内部备注。</i>
card-hint-code-topic = <i>在本话题里写的话、对这张卡片的回复，居民凭查询码来看；以 // 开头的是内部备注。</i>
card-hint-code-reply = <i>回复这张卡片，您的话居民凭查询码来看；以 // 开头的是内部备注。</i>
card-hint-reply = <i>回复这张卡片，您的话就会发给居民；以 // 开头的是内部备注。</i>
button-claim = 🙋 我来办
button-reply = 💬 回复
button-ask = ❓ 请补充
button-answer = 📄 办理答复
button-close = ✅ 办结
button-note = 📝 备注
staff-claimed = { $number } 由您负责
staff-closed = { $number } 已办结
staff-prompted = 请回复我刚发的那条消息
prompt-reply = 💬 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写下要对居民说的话（{ $number }）。按错了，回复“取消”。
prompt-note = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写内部备注，居民看不到（{ $number }）。
prompt-ask = ❓ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写下要居民补充什么（{ $number }）。按错了，回复“取消”。
prompt-answer = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写办理答复：居民的诉求、查明的情况、依据的规定、怎么决定、不服怎么办（{ $number }）。按错了，回复“取消”。
staff-prompt-cancelled = 好的，不写了。什么都没有发给居民。
# 单独用这些话回复提示，就是按错了按钮
names-cancel = 取消|算了|不写了|不发了|按错了|点错了
staff-prompt-of-other = 这条提示是请同事写的，您的话没有发给居民。要由您来说，请自己按卡片上的按钮。
staff-resident-adds = 👤 <b>{ $name }</b> 补充（{ $number }）：
    <blockquote>{ $text }</blockquote>
staff-afterword = 💌 <b>{ $name }</b> 在 { $number } 办结以后说：
    <blockquote>{ $text }</blockquote>
staff-resident-adds-anonymous = 🔒 匿名补充（{ $number }）：
    <blockquote>{ $text }</blockquote>
staff-resident-further = <blockquote>{ $text }</blockquote>
staff-stray-reply = 这句话没有发给居民，也没有记到案件里。要对居民说，请回复那张案件卡片；只给同事看，请以 // 开头回复卡片。
staff-rest-unsent = 这条没有发给居民。如果它是您上一条的后半段，请回复卡片再发一次；只是闲聊就不用管。
staff-prompt-unanswered = 这句话没有记到案件里。如果是写给刚才那条提示的，请回复那条提示再发一次；只是闲聊就不用管。
staff-note-kept = 📝 已记为内部备注，居民看不到。
staff-taken-back = ↩️ 已撤回{ $count ->
    [1] {""}
   *[other] {" "}{ $count } 条
}，没有发给居民。原话留在 { $number } 里，作内部备注。
staff-kept-for-code = 🔒 匿名事项，已存好，居民凭查询码看。
staff-withdrawn = ↩️ { $number } 居民已撤回，不用再办。
staff-reply-arrived = 👌 已送到居民手里。
staff-reply-unreachable = 📵 没有送到：居民停用了机器人。请另想办法联系。
staff-unreadable = 这种消息送不出去。请发文字、语音、照片、视频、文件或位置。
staff-file-large = ⚠️ 这个文件超过 20 MB，只存在 Telegram 里，系统没有备份。请自己留好一份。
staff-anonymous-admin = 请关掉“匿名管理员”再操作，否则不知道是谁办的。
staff-not-member = 您不在这个工作群里，不能操作。
alert-dead-letter = 🔔 有消息一直送不出去（发件箱第 { $row } 条；一小时只提醒一次）。请在服务器上运行 <code>linli outbox list</code> 看有哪些、为什么；修好后用 <code>linli outbox revive 编号</code> 再发。
alert-backlog-inbox = 🔔 有 { $count } 条收到的消息还没处理，最早的等了 { $minutes } 分钟（六小时只提醒一次）。请在服务器上运行 <code>linli check</code>，并看日志。
alert-backlog-outbox = 🔔 有 { $count } 条消息还没发出去，最早的等了 { $minutes } 分钟（六小时只提醒一次）。请在服务器上运行 <code>linli outbox list</code> 和 <code>linli check</code>。
alert-group-out = 🔔 <b>{ $unit }</b> 的工作群联系不上了：我被移出了群，或者不再是管理员。{ $moved ->
    [yes] 这期间的事项由 <b>{ $other }</b> 的工作群代办。
   *[no] 上级也没有工作群，事项先等着，最多一天。
} 请把我请回群里并设为管理员；换群就在服务器上运行 <code>linli unit bind { $unit } --replace</code>。
alert-group-back = 🔔 <b>{ $unit }</b> 的工作群恢复了。{ $moved ->
    [yes] 由 <b>{ $other }</b> 代办的事项已转回。
   *[no] 等着的消息会接着发。
}
alert-rights-lost = 🔔 在 <b>{ $unit }</b> 的工作群里我的权限不全了，工作还能照常。请在群里补上：
stand-in-begins = 🔁 <b>{ $unit }</b> 的工作群暂时联系不上，它的新事项和没办完的事项先发到这里，请代为办理。
stand-in-ends = 🔁 <b>{ $unit }</b> 的工作群恢复了，代办的事项已转回去，这里不用再办。谢谢。
group-back = ✅ 我又能在本群工作了。{ $moved ->
    [yes] 这段时间由 <b>{ $other }</b> 的工作群代办，没办完的事项转回来了。
   *[no] 等着的消息接着发。
}{ $waiting ->
    [0] {""}
   *[other] 转回的事项里有 <b>{ $waiting } 件</b>没人接手，请点卡片上的“我来办”。
}
stand-in-released = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>，您代办的 { $numbers }{ $more ->
    [yes] {" "}等 { $count } 件
   *[no] {""}
} 已转回，由那边的同事接手，您不用再办了。谢谢。
handler-left = 👋 <b>{ $name }</b> 已离开本群，手上的 <b>{ $count } 件</b>事项现在没人办理。请点卡片上的“我来办”接手；发 /queue 可以看到全部。
card-elsewhere = <i>↪️ 这件事已转到别的工作群办理，在这里写的话不会发给居民。</i>
staff-said-before = 💬 <b>{ $name }</b> 已对居民说：
    <blockquote>{ $text }</blockquote>
staff-noted-before = 📝 <b>{ $name }</b> 的内部备注：
    <blockquote>{ $text }</blockquote>
guest-farewell = 这个群还没有绑定，我先走了。需要时再请我进来，一小时内发 /bind 绑定码就行。打扰了。
too-many-tries = 试错的次数太多了，请过一会儿再试。
alert-parked = 🔔 有一条消息没能处理，已经留存，编号 { $incident }。请看日志；修好后运行 <code>linli inbox retry { $incident }</code>，几秒钟内就会重新处理。
outage-notice = ⚠️ <b>服务停了超过一天。</b>{ $since } 到 { $until } 之间居民发来的消息可能没有收到，Telegram 已经不再保存。请告诉居民：这段时间发的，请再发一次。
staff-command-unknown = 没有这个命令，也没有发给居民。发 /help 看能用的命令。
staff-language-usage = 请写明语言：/language zh-CN、/language zh-TW 或 /language en
staff-edit-unsent = 这条消息原来没有发给居民，改了也不会发。请把要说的重新发一条。
staff-edit-command = 这条改成了命令，没有执行，也没有发给居民。改以前的那一版已经发给居民了。
staff-edit-cancelled = 改以前的那一版已经发给居民了，收不回来；这次改的没有发。要更正，请改成要对居民说的话。
staff-edit-seen = 改以前的那一版已经发给居民了；现在这一版记为内部备注，居民看不到。
staff-help = <b>工作群用法</b>
    • 有新事项会发卡片。点“我来办”接手，先点先得。
    • 在事项的话题里写字，或者<b>回复卡片</b>，就发给居民；送到了会点 👌。
    • 以 // 开头的是内部备注。
    • 点“请补充”“办理答复”“备注”，您接着写的那条就照它办；回复那条提示最稳妥。
    • 给了“办理答复”以后才能“办结”。
    • 改了已经发出的回复，改好的会带着 ✏️ 再发给居民一次；居民改了，也这样发到这里。
    • 在 Telegram 里删除消息，机器人收不到通知：居民删的还在这里，您删的居民照样看得到。要更正，请改那条消息，或者再发一句。
staff-help-undo = • 写给居民的话过 { $seconds } 秒才发出。写错了，在这之前发 /undo 就能撤回，或者直接改那条消息。
staff-help-commands = {""}
    <b>一件事</b>（在它的话题里或回复它的卡片；别处先写编号。卡片上的“⋯”里也有）
    /case 看卡片 · /dates 期限怎么算的 · /extend 延期 · /tpl 常用答复 · /handback 退回 · /transfer 转给别的单位 · /object 不归我们管 · /escalate 报上一级 · /refuse 不受理 · /same 同一件事已在办 · /reopen 重办 · /recuse 回避 · /major 重大事项、包案 · /finding 调查结果 · /called 电话打通了 · /reportup 报告上级 · /identity 来件人是谁 · /block 暂停发言 · /undo 撤回
    <b>本群</b>
    /duty 值班表 · /swap 换班 · /away 休假 · /intake 代没有手机的人登记 · /bindperson 凭居民的码核对身份 · /call 请志愿者 · /who 便民名录 · /days 接待日名单 · /publish 公示 · /board 公开栏二维码 · /notice 给居民发通知 · /language 语言 · /bind 绑定码（换工作群时用）
    <b>监督</b>
    /ballots 测评投票 · /reports 举报的编号和期限 · /audit 谁看过来件人 · /blocked 谁被暂停发言
reminder = ⏰ <b>{ $day } 提醒</b>
reminder-overdue = <b>超过承诺期限 { $count } 件</b>，请今天办；办不了的，请先告诉居民为什么。
reminder-overdue-row = { $mark } { $linked ->
    [yes] <a href="{ $link }">{ $number }</a>
   *[no] <b>{ $number }</b>
} { $kind } { $text } · { $own ->
    [no] 法定
   *[yes] 承诺
} { $awaits ->
    [claim] { $day }前该接手，请点“我来办”
    [call] { $day }前该打电话，打了请点“打通了，办完”
    [mediation] { $day }前该有结果，请点“更多”→“调解”
   *[other] { $day }前该答复，请点“办理答复”
}，{ $broken ->
    [yes] ‼️ 法定期限 { $law }已过
   *[no] 法定最晚 { $law }
} · { $taken ->
    [no] 还没人接
   *[other] <a href="tg://user?id={ $user }">{ $name }</a>
}
reminder-soon = <b>快到期 { $count } 件</b>
reminder-soon-row = { $mark } { $linked ->
    [yes] <a href="{ $link }">{ $number }</a>
   *[no] <b>{ $number }</b>
} { $kind } { $text } · { $own ->
    [no] 法定
   *[yes] 承诺
} { $awaits ->
    [claim] { $day }前接手，请点“我来办”
    [call] { $day }前打电话，打了请点“打通了，办完”
    [mediation] { $day }前要有结果，请点“更多”→“调解”
   *[other] { $day }前答复，请点“办理答复”
} · { $taken ->
    [no] 还没人接
   *[other] <a href="tg://user?id={ $user }">{ $name }</a>
}
reminder-below = <b>下级超过承诺期限 { $count } 件</b>，请督促。
reminder-below-row = { $mark } <b>{ $number }</b> { $unit } { $kind } · { $own ->
    [no] 法定
   *[yes] 承诺
} { $awaits ->
    [claim] { $day }前该接手
   *[other] { $day }前该答复
}，{ $broken ->
    [yes] ‼️ 法定期限 { $law }已过
   *[no] 法定最晚 { $law }
} · { $taken ->
    [no] 还没人接
   *[other] { $name }
}
reminder-hint = 本群待办：/queue
queue-more = …还有 { $count } 件
case-not-found = 本群没有这个编号的事项。请这样写：/case 123 或 /case XF-2026-000123
case-which = 要看哪一件？请写上编号：/case 123。在事项的话题里，只发 /case 就行。
case-found = { $mark } <b>{ $number }</b> { $kind } · { $stage }{ $taken ->
    [no] {""}
   *[other] {" "}· { $name }
}
    <blockquote>{ $text }</blockquote>
    { $linked ->
    [no] {""}
   *[other] <a href="{ $link }">打开卡片</a>
}
bind-usage = 要把本群设为工作群，请由安装的人发绑定码：/bind 绑定码。先把我设为管理员（允许删除消息、置顶、管理话题）。
bind-basic-group = 这还是普通群。请在群设置里打开“话题”或“聊天记录对新成员可见”，变成超级群以后再绑定。
bind-not-administrator = 请本群的管理员来发绑定码：绑定以后，居民的事情都会送到这个群里。绑定码还能用。
bind-rights = 还不能绑定，我缺这些权限：
bind-rights-how = 请在 群设置 → 管理员 → 我 里打开，然后再发一次。绑定码还能用。
bind-done = ✅ 本群已绑定到 <b>{ $unit }</b>，用途：
bind-topics-on = 每件事会开一个话题。
bind-topics-off = 每件事发一张卡片。在群设置里打开“话题”，就会一事一话题。
rights-lost = ⚠️ 我的权限不够了，工作会受影响。缺：
right-administrator = • 管理员身份
right-can-delete-messages = • 删除消息
right-can-pin-messages = • 置顶消息
right-can-manage-topics = • 管理话题
purpose-desk = • 接待办理
purpose-supervision = • 居务监督
purpose-finance = • 民主理财
purpose-team = • 服务队
purpose-operators = • 运维
rights-how = 请在 群设置 → 管理员 → 我 里打开。在这之前，新的事项可能发不到本群。
staff-reply-failed = ⚠️ 这条没有送到居民手里，请换个写法再发一次，或者打电话联系。
staff-replaced = 本单位换了工作群：新的事项不再发到这里，没办结的已经转到新群。如果您不知道这件事，请马上告诉安装的人。
