petition-other = 🤝 <b>和谁有纠纷？</b>
    调解不收钱，双方都自愿。您交上来以后，会给您一个链接，由您转给对方；对方看得到<b>您的名字</b>和您写的一句话，看不到您的电话，也看不到您写给社区的内容。对方同意了才调解，任何一方随时可以不调解了。

    请打字写对方怎么称呼，比如“楼上老赵”；不想写就点“不填”。
petition-other-long = 称呼请写短一点（最多 { $count } 个字）。
button-change-other = 改对方
preview-other = 🤝 对方：{ $other }。交上来以后，由您把链接转给对方；双方都同意才调解，不收钱。
preview-other-none = 🤝 还没写对方是谁。交上来以后，由您把链接转给对方；双方都同意才调解，不收钱。
button-mediation = 🤝 调解
gm-state-asked = 等对方同意
gm-state-willing = 双方都同意调解
gm-state-drafted = 协议等双方确认
gm-state-agreed = 达成了协议
gm-state-failed = 没有达成协议
gm-state-declined = 对方不同意调解
gm-state-left = 有一方不调解了
gm-page = 🤝 <b>{ $number } 调解</b>（{ $unit }）
    { $state }。调解不收钱，双方自愿，任何一方随时可以不调解了。
gm-page-other = 🤝 <b>{ $name } 请您调解的事</b>（{ $number }，{ $unit }）
    { $state }。调解不收钱，双方自愿，您随时可以不调解了。
    { $line }
gm-page-mediator = 👤 调解员：{ $name }
gm-page-session = 🗓 { $at }，在 { $place }
gm-page-text = 📄 <b>调解协议</b>
    { $text }
gm-page-until = ⚖️ 协议要请法院确认的，双方一起在 { $until }以前（含当天）去申请。
gm-page-confirmed = ✅ 您已确认这份协议。
gm-page-link = 把这段话转给对方：

    { $asker } 请您一起到{ $unit }调解：{ $line }
    不收钱，自愿参加。点这里看：{ $link }
receipt-mediation = 🤝 还要请对方来：点“看办到哪一步”，再点“🤝 调解”，写一句话，就有链接可以转给对方。
gm-page-uninvited = 下一步：写一句话告诉对方是什么事，就会得到一个链接。对方不用手机的，请对方到社区说一声，工作人员会记下来。
gm-page-said = <b>您和社区说的话</b>（对方看不到您写的）
gm-you-said = { $at } 您：{ $text }
gm-staff-said = { $at } 社区 { $name }：{ $text }
button-gm-invite = 请对方来
button-gm-line = 改那句话
button-gm-qr = 🔳 给对方看二维码
gm-qr = 🤝 { $name } 请您一起来调解：{ $line }。请用 Telegram 扫一扫。
gm-line = 写<b>一句话</b>告诉对方是什么事，比如“卫生间漏水赔偿的事”。
    对方只看得到您的名字和这句话。最多 { $count } 个字。
gm-line-kept = ✅ 写好了，请把链接转给对方。
gm-invited = 🤝 <b>{ $name } 请您一起来调解</b>（{ $unit }）
    { $line }

    调解由社区的调解员主持，<b>不收钱，双方自愿</b>。您同意了才调解，同意以后也随时可以不调解了。
    您同意的话，工作人员看得到您的名字“{ $own }”；对方看不到您的电话，也看不到您对社区说的话。
gm-invited-own = 这是您自己的调解链接，请转给对方。
button-gm-consent = ✅ 我同意调解
button-gm-decline = 我不同意
gm-decline = 真的不同意调解吗？这件事就到此为止，会告诉对方您没有同意。
button-gm-decline-yes = 是，我不同意
gm-consented = ✅ 您同意了调解。接下来社区会安排调解员。
gm-you-declined = 好的，这件事不调解了。您的名字没有留下。
button-gm-write = ✏️ 对社区说几句
gm-write = 请写给社区的工作人员看的话。<b>对方看不到。</b>
button-gm-leave = 我不调解了
gm-leave = 真的不调解了吗？<b>{ $number }</b> 就到此结束，会告诉对方。
button-gm-leave-yes = 是，不调解了
gm-you-left = ↩️ 好的，这件事不调解了。
button-gm-confirm = ✅ 我确认协议
gm-you-confirmed = ✅ 您确认了协议。等对方也确认，协议就算数。
gm-you-agreed = ✅ 双方都确认了，协议算数了。
gm-row = { $mark } 🤝 { $number } 请您调解的事（{ $stage }）
gm-willing = 🤝 <b>{ $number }</b> 对方同意调解了。接下来社区会安排调解员。
gm-declined = 🤝 <b>{ $number }</b> 对方不同意调解，这件事到此为止。
    您还可以：请行政机关处理，申请仲裁，或者到法院起诉。拿不准的，可以先问社区的法律咨询。
gm-left = 🤝 <b>{ $number }</b> 有一方不调解了，调解到此结束。
    您还可以：请行政机关处理，申请仲裁，或者到法院起诉。拿不准的，可以先问社区的法律咨询。
gm-failed = 🤝 <b>{ $number }</b> 没有达成协议，调解到此结束。
    您还可以：请行政机关处理，申请仲裁，或者到法院起诉。拿不准的，可以先问社区的法律咨询。
gm-mediator = 👤 <b>{ $number }</b> 的调解员是 { $name }。
gm-session = 🗓 <b>{ $number }</b> 调解定在 <b>{ $at }</b>，在 <b>{ $place }</b>。调解员：{ $name }。
gm-session-changed = 🗓 <b>{ $number }</b> 调解的时间地点改了：<b>{ $at }</b>，在 <b>{ $place }</b>。调解员：{ $name }。
gm-agreement = 📄 <b>{ $number } 调解协议</b>
    { $text }

    请看清楚。同意就点“我确认协议”，也可以到社区签字。双方都确认了才算数。
gm-agreed = ✅ <b>{ $number }</b> 双方都确认了，调解协议从今天起算数。
    ⚖️ 想让法院确认这份协议，双方一起在 <b>{ $until }</b>以前（含当天）去法院申请（人民调解法第33条）。不申请也算数。
gm-remind = ⚖️ <b>{ $number }</b> 的调解协议想请法院确认的，最晚 <b>{ $until }</b>，双方要一起去。不需要就不用管。
gm-stage-transferred = 🤝 <b>{ $number }</b> 转给别的社区办理了，调解接着办。
gm-stage-escalated = 🤝 <b>{ $number }</b> 交到街道办理了，调解接着办。
gm-stage-not_accepted = 🤝 <b>{ $number }</b> 社区没有受理，不调解了。
event-gm_consent = { $at } 对方同意调解
event-gm_decline = { $at } 对方不同意调解
event-gm_mediator = { $at } 定了调解员
event-gm_session = { $at } 定了调解的时间地点
event-gm_draft = { $at } 写出了调解协议
event-gm_confirm = { $at } 一方确认了协议
event-gm_agree = { $at } 双方都确认了协议
event-gm_fail = { $at } 没有达成协议
event-gm_leave = { $at } 有一方不调解了
event-gm_end = { $at } 调解结束
card-mediation = 🤝 { $state } · 对方：{ $other }{ $named ->
    [no] {""}
   *[yes] {" "}· 调解员：{ $mediator }
}{ $held ->
    [yes] {" "}· { $at }
   *[no] {""}
}
button-gm = 🤝 调解
gm-desk = 🤝 <b>{ $number } 调解</b>：{ $state }
    对方：{ $other }{ $here ->
    [yes] {""}
   *[no] （不在机器人上，请当面或打电话告诉对方）
}
    调解员：{ $mediator }{ $held ->
    [yes] {"\u000A"}🗓 { $at }，在 { $place }
   *[no] {""}
}
    一方说的话不要告诉另一方。普通回复双方都收到；回复某一方的话，只发给那一方。
gm-choose-mediator = <b>{ $number }</b> 请谁当调解员？当事人和回避的人不在里面。
gm-no-mediators = <b>{ $number }</b> 本群还没有能当调解员的人。在群里说过话的同事才会出现在这里。
gm-sure-paper = 对方真的同意调解了吗（当面、电话或书面）？<b>{ $number }</b> 记下以后不能改。
gm-sure-signed = 真的在书面协议上签字了吗？<b>{ $number }</b> 记下以后不能改。
button-gm-paper = 📝 对方当面同意了
button-gm-declined = 🚫 对方说不同意
button-gm-mediator = 👤 定调解员
button-gm-session = 🗓 定时间地点
button-gm-draft = 📄 写协议
button-gm-signed-asker = ✍️ 申请人签字了
button-gm-signed-other = ✍️ 对方签字了
button-gm-failed = 🏁 没有达成协议
button-gm-left = ↩️ 有一方不调解了
button-gm-asker = 💬 只告诉申请人
button-gm-other = 💬 只告诉对方
prompt-gm-session = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写 { $number } 调解的日子、时间和地点，比如“下周三下午3点 社区二楼调解室”。
prompt-gm-draft = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写 { $number } 的协议全文。双方都会收到，都确认了才算数。
prompt-gm-failed = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写明 { $number } 为什么没有达成协议（只有同事看得到）。
prompt-gm-declined = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写明 { $number } 的对方是怎么说的（只有同事看得到）。
prompt-gm-left = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写明 { $number } 哪一方不调解了、怎么说的（只有同事看得到）。
prompt-gm-asker = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写给 { $number } 申请人一个人看的话。
prompt-gm-other = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写给 { $number } 对方一个人看的话。
gm-staff-willing = 🤝 { $number } 对方 { $name } 同意调解了，请定调解员。
gm-staff-declined = 🤝 { $number } 对方不同意调解，已结束。
gm-staff-left = 🤝 { $number } { $name } 不调解了，已结束。
gm-staff-confirmed = 📄 { $number } { $name } 确认了协议，还等另一方。
gm-staff-agreed = ✅ { $number } { $name } 确认了协议，双方都确认了，已结束。
gm-staff-other-adds = 🤝 <b>{ $name }</b>（对方）说（{ $number }，不要告诉申请人）：
    <blockquote>{ $text }</blockquote>
gm-staff-only-asker = 🤫 只发给了 { $number } 的申请人。
gm-staff-only-other = 🤫 只发给了 { $number } 的对方。
gm-staff-mediator = 👤 <a href="tg://user?id={ $user }">{ $name }</a>，请您当 { $number } 的调解员。
gm-staff-session = ✅ { $number } 的时间地点已告诉双方。
gm-staff-draft = ✅ { $number } 的协议已发给双方，等确认。
gm-staff-ended-failed = 🏁 { $number } 没有达成协议，已结束，双方都告诉了。
gm-staff-ended-declined = 🏁 { $number } 对方不同意调解，已结束，申请人已告诉。
gm-staff-ended-left = 🏁 { $number } 有一方不调解了，已结束，双方都告诉了。
error-mediation-link-unknown = 这个调解链接打不开了。请再问一问给您链接的人，或者问社区。
error-mediation-own-link = 这是您自己的调解链接，请转给对方。
error-mediation-line-long = 这句话太长了，请写到 { $count } 个字以内。
error-mediation-text-changed = 协议改过了，请看最新的那份再确认。
error-mediation-no-mediator = { $number } 还没有调解员。双方都同意以后，先定调解员。
error-mediation-nobody = { $number } 的对方不在机器人上，请当面或打电话告诉对方。
error-mediation-session-when = 没看出是哪天几点。请写上日子和时间，比如“下周三下午3点 社区二楼调解室”。
error-mediation-session-past = 这个时间已经过去了，请写以后的时间。
error-mediation-session-where = 请把地点也写上，比如“下周三下午3点 社区二楼调解室”。
error-mediator-unfit = 这位不能当调解员：是当事人，或者回避了，或者不在本群。
error-mediation-asked = { $number } 对方还没有同意调解，先等对方同意。
error-mediation-willing = { $number } 还没有协议，或者对方已经同意了，不用再做这一步。
error-mediation-drafted = { $number } 的协议正等双方确认，现在不能这样做。
error-mediation-agreed = { $number } 已经达成协议，不能再改。
error-mediation-failed = { $number } 的调解已经结束，没有达成协议。
error-mediation-declined = { $number } 的调解已经结束，对方没有同意。
error-mediation-left = { $number } 的调解已经结束，有一方不调解了。
