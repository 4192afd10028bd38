door-petition-complaint = 投诉请求
door-petition-suggestion = 提建议、提意见
door-petition-mediation = 请人调解
door-petition-service = 求助服务
door-petition-report = 举报
door-case-status = 看我的事办得怎么样了
door-booking-legal = 约律师，问法律问题
door-booking-event = 报名活动
door-booking-leader = 见领导、见代表
door-booking-manage = 看我的预约，改期或取消
door-ballot-vote = 投票
door-disclosure-query = 查公开的账目和事项
door-disclosure-subscribe = 订通知、退通知
door-account = 换语言、改个人信息
door-human = 找工作人员：电话、地址
door-greeting = 打个招呼
routed = 🧭 您写的是“{ $text }”，我理解为：<b>{ $door }</b>。

    不对就点最下面的“不是这个意思”，您写的话还在。
routed-urgent = ⚠️ 急事请先打 110、119 或 120。
routed-greeting = 😊 您好！
routed-no-day = { $day }没有这样的接待日子，看看别的日子：
routed-not-here = 🧭 我理解为：<b>{ $door }</b>。这个我现在还办不了，可以交给工作人员。
button-not-meant = 不是这个意思
names-not-meant = 不是这个意思|不是|不是这个|不是这样|不对|理解错了|弄错了|搞错了|都不是
meant = 您写的是：

    “{ $text }”

    您是想：
button-something-else = 都不是，别的事
names-cries = 救命|救命啊|救命呀|快救命|救救我|快救救我|救人|快救人|来人|来人啊|来人呀|来人哪|快来人|快来人啊|救护车|叫救护车|快叫救护车|救火|快救火|出人命了|要出人命了
names-of-staff = 主任|书记|書記|居委会|居委會|工作人员|工作人員|干部|幹部|网格员|網格員|民警|城管|社工
names-of-languages = 语言|語言|language|英文|英语|英語|english|中文|chinese|简体|繁体|繁體|简体字|繁体字
why = 🧭 您刚才的话里，我看的是这些词：{ $words }

    { $sure ->
        [act] 所以理解为：<b>{ $door }</b>。
       *[other] 最像：<b>{ $door }</b>，但拿不准，所以先问您。
    }
why-wordless = 🧭 您刚才的话，我是照整句话判断的。{ $sure ->
    [act] 理解为：<b>{ $door }</b>。
   *[other] 最像：<b>{ $door }</b>，但拿不准，所以先问您。
}
why-unknown = 🧭 您刚才的话，我没认出是要办哪件事，所以先问您怎么办。
why-nothing = 最近没有要我判断意思的话。
