door-petition-complaint = 投訴請求
door-petition-suggestion = 提建議、提意見
door-petition-mediation = 請人調解
door-petition-service = 求助服務
door-petition-report = 舉報
door-case-status = 看我的事辦得怎麼樣了
door-booking-legal = 約律師，問法律問題
door-booking-event = 報名活動
door-booking-leader = 見領導、見代表
door-booking-manage = 看我的預約，改期或取消
door-ballot-vote = 投票
door-disclosure-query = 查公開的賬目和事項
door-disclosure-subscribe = 訂通知、退通知
door-account = 換語言、改個人資訊
door-human = 找工作人員：電話、地址
door-greeting = 打個招呼
routed =
    🧭 您寫的是「{ $text }」，我理解為：<b>{ $door }</b>。

    不對就點最下面的「不是這個意思」，您寫的話還在。
routed-urgent = ⚠️ 急事請先打 110、119 或 120。
routed-greeting = 😊 您好！
routed-no-day = { $day }沒有這樣的接待日子，看看別的日子：
routed-not-here = 🧭 我理解為：<b>{ $door }</b>。這個我現在還辦不了，可以交給工作人員。
button-not-meant = 不是這個意思
names-not-meant = 不是這個意思|不是|不是這個|不是這樣|不對|理解錯了|弄錯了|搞錯了|都不是
meant =
    您寫的是：

    「{ $text }」

    您是想：
button-something-else = 都不是，別的事
names-cries = 救命|救命啊|救命呀|快救命|救救我|快救救我|救人|快救人|來人|來人啊|來人呀|來人哪|快來人|快來人啊|救護車|叫救護車|快叫救護車|救火|快救火|出人命了|要出人命了
names-of-staff = 主任|書記|書記|居委會|居委會|工作人員|工作人員|幹部|幹部|網格員|網格員|民警|城管|社工
names-of-languages = 語言|語言|language|英文|英語|英語|english|中文|chinese|簡體|繁體|繁體|簡體字|繁體字
why =
    🧭 您剛才的話裡，我看的是這些詞：{ $words }

    { $sure ->
        [act] 所以理解為：<b>{ $door }</b>。
       *[other] 最像：<b>{ $door }</b>，但拿不準，所以先問您。
    }
why-wordless =
    🧭 您剛才的話，我是照整句話判斷的。{ $sure ->
        [act] 理解為：<b>{ $door }</b>。
       *[other] 最像：<b>{ $door }</b>，但拿不準，所以先問您。
    }
why-unknown = 🧭 您剛才的話，我沒認出是要辦哪件事，所以先問您怎麼辦。
why-nothing = 最近沒有要我判斷意思的話。
