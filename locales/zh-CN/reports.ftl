menu-report = 举报工作人员（保密）
button-report-instead = 举报工作人员（保密，不进工作群）
names-report = 举报|我要举报|检举|举报工作人员
command-private-report = 保密举报工作人员
command-group-reports = 举报的编号和期限
names-report-words = 举报|檢舉|检举|告发|舉報|贪污|贪钱|受贿|行贿|索贿|红包|回扣|以权谋私|挪用公款|公款吃喝
names-report-titles = 主任|副主任|书记|副书记|委员|干部|会计|组长|网格员|工作人员|老师|科长|站长|队长|所长|经理|師傅|师傅|書記|主席|某|某某|幹部|會計|組長|網格員|工作人員|老師
names-report-prefixes = 老|小|阿|姓
report-office-staff = 社区工作者
report-office-petition_officer = 信访干部
report-office-supervision = 居务监督委员
report-office-finance = 民主理财小组
report-office-group_leader = 居民小组长
report-told = 🔒 <b>举报工作人员</b>

    • 您写的内容<b>不会发到任何群里</b>。监督委员会的群里只看得到编号和期限。
    • 看内容的是抽签抽到的监督委员，至少两位，先查名册：<b>您举报的人看不到</b>，也不会知道。每看一次都有记录。泄露举报是违法的。
    • 这里能看的人不到两位，就交给上一级；再没有，就告诉您纪检监察机关的地址，由您自己去交。
    • 15 天内告诉您收不收，60 天内答复。
    • 内容属于<b>敏感信息</b>，存放时加了密。消息要经过 Telegram 在境外的服务器，不是端到端加密；不放心就打 12388，或者当面说。
    • 诬告陷害要负责任，请写您知道的事实。

    同意这样处理，就请选：<b>不留名</b>，还是<b>留名</b>（只有看内容的监督委员知道您的名字）？
button-report-go-on = 接着写上次没写完的
button-report-mine = 看我留名的举报
button-report-call = 📞 记下举报电话的内容
report-words-kept = ✏️ 记下了。请选不留名还是留名。
report-words = { $call ->
    [yes] 请写下<b>来电人说的</b>：什么人、什么时候、做了什么。不要写来电人是谁。
   *[no] 请写：<b>什么人、什么时候、做了什么、您怎么知道的</b>。
}

    文字、照片、录音、文件都可以，可以分几条发。
report-words-more = ✏️ 已记下：{ $characters } 个字{ $files ->
    [0] {""}
   *[other] ，{ $files } 个文件
}。还可以接着发。写完了请点“写完了”。
report-accused = <b>举报的是谁？</b>{ $picked ->
    [0] {""}
   *[other] 已选 { $picked } 位，再点一下就去掉。
}

    点名字，可以选几位。没有列出来的，打名字或职务来找；名册上没有的人，直接写名字。
report-person = { $picked ->
    [yes] ✅
   *[no] 👤
} { $name } · { $office } · { $unit }
report-other = ✍️ 名册上没有：{ $name }
report-other-kept = ✍️ 名册上没找到，按您写的记下了：{ $name }
report-name-only = 这里请只写名字或职务，不要太长。
button-report-unlisted = ✍️ 就写“{ $name }”
button-report-clear = 🗑 全部去掉，重新选
report-named = 您写的话里好像提到了 <b>{ $name }</b>（{ $office }，{ $unit }）。

    您举报的就是<b>{ $name }</b>吗？（是的话，这个人看不到举报。）
report-named-done = 名字都问过了。
button-report-is = 是，就是这个人
button-report-is-not = 不是，举报的不是这个人
report-check = 🔒 <b>请看一遍，对不对？</b>

    { $text }
report-check-about = 👤 举报的是：{ $names }
report-check-code = 🔑 { $call ->
    [yes] 来电人的查询码：<b>{ $code }</b>。请念给来电人，让他抄下来：以后只能凭它看答复，丢了找不回来。
   *[no] 不留名。查询码：<b>{ $code }</b>。请先抄下来：以后只能凭它看进展、看答复，丢了找不回来。
}
report-check-name = 🪪 留名：{ $name }（只有看内容的监督委员知道）
button-report-accused = 改举报的人
report-discard = 写好的举报<b>全部丢掉</b>吗？
report-sent = ✅ 举报收到了，编号 <b>{ $number }</b>。{ $external ->
    [yes] 这里<b>没有</b>两位能看的监督委员，所以内容没有给任何人看。请您自己交给纪检监察机关：
   *[no] 已经交给监督委员会里能看的人。
}
report-sent-days = 📅 { $accept }前告诉您收不收，{ $answer }前答复。
report-sent-code = { $of ->
    [call] 🔑 来电人的查询码：<b>{ $code }</b>
    [external] 🔑 查询码：<b>{ $code }</b>。把它发给我，就能再看写过的、拿打印用的文件。抄好以后，请删掉这个聊天里您发过的内容。
   *[own] 🔑 查询码：<b>{ $code }</b>。把它发给我，就能看进展、再补充。抄好以后，请删掉这个聊天里您发过的内容。
}
report-office = 📮 { $named ->
    [yes] <b>{ $name }</b>，{ $address }，电话 { $phone }。
   *[no] 纪检监察举报电话 <b>{ $phone }</b>（全国统一，说明地点）。
} 请把写的内容打印出来寄去或送去，也可以打电话说。{ $accept }还没有回音，就再打电话问是不是已经受理。
report-mine = { $count ->
    [0] 您没有留名的举报。
   *[other] 您留名的举报：
}
report-row = { $number }
report-view = 🔒 举报 <b>{ $number }</b> · { $state }{ $external ->
    [yes] {""}
   *[no] {"\u000A"}📅 收不收：{ $accept }前 · 答复：{ $answer }前{"\u000A\u000A"}要补充，直接写在这里。
}
report-code-again = 🔑 请再发一次查询码。
report-code-in-words = 🔑 这是一个查询码，没有加进去。要看另一件，请先退出。
button-report-code = 发查询码
button-report-print = 🖨 打印用的文件
report-print = 举报 { $number }（写给纪检监察机关）
report-print-about = 举报的是：{ $names }
report-full = 🔒 { $at }{ $name ->
    [0] {""}
   *[other] { " " }{ $name }
}
    { $text }
report-state-received = 收到，等人看
report-state-in_review = 正在查
report-state-asked = 等您补充
report-state-answered = 已答复
report-state-closed = 已办结
report-state-external = 请交给纪检监察机关
report-event-submit = ✉️ { $at } 写的：{ $text }{ $files ->
    [0] {""}
   *[other] {" "}（{ $files } 个文件）
}{ $name }
report-event-add = ➕ { $at } 补充：{ $text }{ $files ->
    [0] {""}
   *[other] {" "}（{ $files } 个文件）
}{ $name }
report-event-take = 👁 { $at } 开始查了。{ $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-ask = ❓ { $at } 请补充：{ $text }{ $files ->
    [0] {""}
   *[other] {" "}（{ $files } 个文件）
} { $name }
report-event-note = 📝 { $at } 内部记录：{ $text }{ $files ->
    [0] {""}
   *[other] {" "}（{ $files } 个文件）
} { $name }
report-event-answer = 💬 { $at } 答复：{ $text }{ $files ->
    [0] {""}
   *[other] {" "}（{ $files } 个文件）
} { $name }
report-event-close = 🏁 { $at } 办结。{ $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-climb = ⬆️ { $at } 换了看的人。{ $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-hand_out = 📮 { $at } 这里不再处理，请交给纪检监察机关。{ $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-draw = 🎲 { $at } 又抽了人来看。{ $name }{ $text }{ $files ->
   *[other] {""}
}
report-warning = 🔒 举报 <b>{ $number }</b> · { $state }
    📅 收不收：{ $accept }前 · 答复：{ $answer }前

    下面是举报的内容。请一个人看。
    ⚠️ <b>泄露举报内容或举报人，是《信访工作条例》第三十条禁止、第四十四至四十六条追究的行为。</b>不要截图，不要转告被举报的人，不要在任何群里说。打开会记下您的名字和时间。
button-report-all = 📄 全文和文件
button-report-read = 我知道，打开看
report-open = 🔒 举报 <b>{ $number }</b> · { $state }
    📅 收不收：{ $accept }前 · 答复：{ $answer }前
    ⚠️ 不要泄露。这一次打开已经记下。
report-about = 👤 举报的是：{ $names } · 来自 { $home }
report-by = { $how ->
    [named] 🪪 举报人：{ $name }（不要告诉任何人）
    [call] 📞 电话举报，{ $name } 记下的
   *[anonymous] 🕶 不留名
}
button-report-take = 我来查
button-report-ask = 请举报人补充
button-report-note = 记一笔（只有看的人知道）
button-report-answer = 答复
button-report-close = 办结
button-report-climb = 交给上一级
button-report-hand_out = 转纪检监察机关
report-done = ✅ 好了。
report-write-ask = 要请举报人补充什么？写在这里，{ $number } 的举报人看得到。
report-write-note = 写下来，只有看 { $number } 的人知道。
report-write-answer = 写给 { $number } 的举报人的答复：查了什么、事实是什么、按什么规定、怎么处理、不满意找谁。
report-sure-close = { $number } 办结以后不能再补充。确定吗？
report-sure-climb = { $number } 交给上一级以后，您就看不到了。没有上一级，就转纪检监察机关。确定吗？
report-sure-hand_out = { $number } 转纪检监察机关：举报人会拿到地址和打印的内容，自己去交。确定吗？
button-report-sure = 确定
report-notice = 🔒 收到举报 <b>{ $number }</b>。{ $accept }前告知收不收，{ $answer }前答复。

    内容不在群里。抽到的委员请到与我的私聊里看。
button-report-open = 🔒 到私聊里看
report-drawn = 🔒 举报 <b>{ $number }</b> 等您看，期限 { $day }。请不要告诉别人您抽到了。
report-news = 🔒 您留名的事有了进展，请发 /report 看。
report-reminder = 🔒 { $day } 快到期或过期的举报：
report-reminder-row = • { $number }：{ $day }{ $over ->
    [yes] {" "}⚠️ 已过期
   *[no] {""}
}
report-list = 🔒 <b>举报</b>：没办结的 { $count } 件。内容只能在私聊里看。
report-list-row = • { $number }：期限 { $day }
report-list-over = { $over ->
    [many] 已办结 { $count } 件。
   *[few] 已办结的不到 { $count } 件；打开看过的只列人，不列哪一件、哪一天。
}
report-list-opener = 👁 { $name }：打开看过举报
report-list-opened = 👁 { $number }：{ $name }，{ $day }打开过
error-report-not-yours = 🔒 这件举报您打不开。每件举报只给抽签抽到、核对过身份、还在监督委员会群里的人看，抽到谁不公布；编号写错也会这样。还没核对身份的，请先发 /vote 核对。
error-report-unknown = 没有找到这件举报。
error-report-incomplete = 请先写清楚什么事，再选举报的是谁。
error-report-call-staff = 举报电话的内容由居务监督委员记。
error-report-taken = 另一位委员刚刚先接了 { $number }。
error-report-changed = 刚才有人改了这件举报，请再看一遍。
error-report-exists = 这件举报已经收到了。
error-report-state-received = { $number } 还没有人接，请先点“我来查”。
error-report-state-in_review = { $number } 正在查，现在不能这样做。
error-report-state-asked = { $number } 正等举报人补充，现在不能这样做。
error-report-state-answered = { $number } 已经答复了。
error-report-state-closed = { $number } 已经办结，不能再改。新的事请另外举报。
error-report-state-external = { $number } 要由您自己交给纪检监察机关，这里不再处理。
error-reports-elsewhere = /reports 只在居务监督委员会的群里用。
