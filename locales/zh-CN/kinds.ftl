verdict-adopted = 采纳
verdict-partly = 部分采纳
verdict-not = 不采纳
button-verdict-adopted = ✅ 采纳
button-verdict-partly = 🔶 部分采纳
button-verdict-not = ❌ 不采纳
verdict-which = 💡 { $number } 是意见建议。先点<b>采纳结果</b>，再写理由：
prompt-answer-adopted = 💡 { $number } <b>采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么、怎么做，居民会看到。
prompt-answer-partly = 💡 { $number } <b>部分采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写采纳了哪些、哪些没有、为什么，居民会看到。
prompt-answer-not = 💡 { $number } <b>不采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么，居民会看到。
case-answer-adopted = 📄 <b>{ $number } 办理答复：您的建议已采纳</b> ✅
    { $unit } { $name }：
    { $text }
case-answer-partly = 📄 <b>{ $number } 办理答复：您的建议部分采纳</b> 🔶
    { $unit } { $name }：
    { $text }
case-answer-not = 📄 <b>{ $number } 办理答复：您的建议这次没有采纳</b>
    { $unit } { $name }：
    { $text }
case-verdict = 💡 采纳结果：<b>{ $verdict }</b>
card-verdict = 💡 采纳结果：{ $verdict }
error-verdict-first = 请先点“办理答复”，选采纳、部分采纳或不采纳，再写理由。刚才写的还在，没有发给居民。
team-emergency = 便民应急
button-team-emergency = 🚨 便民应急
team-medical = 爱心医疗
button-team-medical = 🩺 爱心医疗
team-jobs = 就业
button-team-jobs = 💼 就业
team-relief = 救助
button-team-relief = 🤝 救助
team-health = 计生卫生
button-team-health = 💉 计生卫生
team-fire = 消防
button-team-fire = 🚒 消防
team-police = 治安警务
button-team-police = 👮 治安警务
team-environment = 环境卫生
button-team-environment = ♻️ 环境卫生
team-property = 物业
button-team-property = 🔧 物业
team-tenancy = 出租房和外来人员登记
button-team-tenancy = 🏘 出租房和外来人员登记
team-desk = 综合服务
button-team-desk = 🏠 综合服务
preview-team = 🚚 服务队：<b>{ $team }</b>
button-change-team = 换服务队
petition-team = 这件事交给哪一队？不确定就点“返回”，我们会看着安排：
case-team = 🚚 服务队：{ $team }
case-urgent = 🚨 <b>紧急</b>：{ $waits ->
    [yes] 承诺 { $at }前有人接手
   *[no] 承诺 { $at }前告诉您怎么办
}
receipt-urgent = 🚨 <b>回执 { $number }</b>
    { $unit }已收到您的紧急求助，正在叫值班人员。
    <b>人有危险，请先打电话：火警 119，急救 120，报警 110。</b>

    <b>我们的承诺</b>
    • { $claim-at }前有人接手
    • { $reply-at }前告诉您怎么办
    <b>法律规定的最后期限</b>
    • { $accept }前书面告诉您是否受理
    • 受理后 60 天内答复（按今天算是 { $answer }）
card-urgent = 🚨 <b>紧急求助，请马上处理</b>
card-team = 🚚 服务队：{ $team }
card-due-urgent = ⏳ { $waits ->
    [yes] { $at }前要有人接手
   *[no] { $at }前要告诉居民怎么办
}
card-urgent-duty = 🚨 <b>紧急！</b>请值班的同事马上看：
card-urgent-nobody = 🚨 <b>紧急！</b>现在没有人值班，请看到的同事马上点“我来办”。
urgent-late = 🚨 <b>{ $number } 还没有人接手</b>，答应居民的时间是 { $at }。请马上点卡片上的“我来办”。
urgent-below = 🚨 { $unit }的紧急求助 { $number } 还没有人接手，答应居民的时间是 { $at }。请帮忙催一下。
dates-urgent = 🚨 紧急求助不按天算：我们承诺几小时内就办，{ $claim }前有人接手，{ $reply }前告诉您怎么办。
button-team = 🚚 换服务队
team-which = 🚚 <b>{ $number }</b> 现在归“{ $team }”。交给哪一队？居民会收到通知。
team-done = 🚚 { $name } 把 { $number } 交给了“{ $team }”。
notice-team = 🚚 { $number } 现在由“{ $team }”服务队办，您不用做什么。
event-service_team = { $at } 换了服务队
error-team-none = { $number } 不能换服务队：只有没办完的求助能换。
call-phone = 📞 打哪个号码找您？请把号码发给我，或者用📎发一张您的联系人名片。号码只有办这件事的工作人员看得到，办完就删掉。
call-phone-taken = 📞 您写了号码（尾号 { $end }），就打这个。要换，点“返回上一步”。
call-when = 🕐 什么时候打给您方便？点一个，或者直接写，比如“明天下午三点”。
button-call-morning = 上午
button-call-afternoon = 下午
button-call-evening = 晚上
button-call-any = 什么时候都行
call-morning = 上午
call-afternoon = 下午
call-evening = 晚上
call-any = 什么时候都行
call-when-words = 请写几个字，比如“明天上午”，或者点一个按钮。
call-about = 关于 { $number }，请给我回个电话。
call-draft-first = 您还有一件没写完，先办好它，再请人回电话。
preview-call = 📞 打尾号 { $end } 的电话 · 🕐 { $when }
button-change-phone = 改电话
button-change-when = 改时间
button-call-me = 📞 请人回电话
names-call-me = 回电话|回电|给我打电话|给我回个电话
receipt-call = 🧾 <b>回执 { $number }</b>
    { $unit }记下了：给您回电话。

    <b>我们的承诺</b>
    • { $reply }前打给您
    没打通会再打，打通了就算办完。
    <b>法律规定的最后期限</b>
    • { $accept }前书面告诉您是否受理
    • 受理后 60 天内答复（按今天算是 { $answer }）
case-call = 📞 请回电话 · 🕐 { $when }
card-call = 📞 请回电话 · 🕐 { $when }{ $tries ->
    [0] {""}
   *[other] {" "}· 没打通 { $tries } 次
}
button-called = ☎️ 打通了，办完
button-missed = 📵 没打通
prompt-called = ☎️ <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写几句说了什么（{ $number }），只有同事看得到，写完就办结。
staff-called = ☎️ { $name } 已经给居民回了电话，{ $number } 办结，号码已删掉。
staff-missed = { $number }：没打通 { $count } 次，已告诉居民。
notice-called = ☎️ { $number }：{ $name } 已经和您通过电话，这件事办结了，您的号码也删掉了。还有事，请再写给我。
notice-not-reached = 📵 { $number }：我们打了电话，没有打通，会再打给您。想换号码或时间，直接回复这条消息。
notice-not-reached-often = 📵 { $number }：我们打了 { $count } 次电话都没打通。请<b>直接回复这条消息</b>，写上别的号码、方便的时间，或者把事情写下来，我们书面答复您。
event-called = { $at } { $name } 和您通了电话，办结
event-not_reached = { $at } { $name } 打了电话，没打通
error-call-none = { $number } 不是要回的电话，或者已经办完了。
error-call-incomplete = 还缺号码或时间，请点“改电话”“改时间”补上。
error-never-callback = { $number } 是请人回电话，请用卡片上的按钮办：打通了，或者没打通。
mandate-deputy = 人大代表
mandate-cppcc = 政协委员
card-mandate = 🏛 { $mandate }的议案提案，<b>必须答复</b>
error-proposal-not-yours = 议案提案由人大代表、政协委员提。您是代表或委员的话，请先在“我的资料”核对身份；不是的话，请选“意见建议”。
error-never-mediation = { $number } 是调解，没有“答复”和“补充”：请点卡片上的“调解”往下办，双方看得到的话用“回复”。
error-never-proposal = { $number } 是议案提案，必须答复，不能不受理。
brief-proposals = 🏛 还没有答复的议案提案 { $count } 件：{ $numbers }
bind-team = • 服务队：{ $team }。这一队的求助会发到这个群
card-urgent-team = 🚨 <b>紧急！</b>请队里看到的人马上点“我来办”。
urgent-with-team = 🚨 <b>紧急求助 { $number }</b> 已发到“{ $team }”队的群，请盯一下。看情况发 /case { $number }。
case-with-team = 🚚 在“{ $team }”队的群里办。
button-fetch = 🔙 拿回接待台办
fetch-done = 🔙 { $name } 把 { $number } 拿回来了，卡片在这个群里。
error-case-with-team = 这件事在服务队的群里办，您的话没有发给居民。要自己办，请发 /case 加编号，点“拿回接待台办”。
error-fetch-not-with-team = { $number } 现在不在服务队的群里，不用拿回。
