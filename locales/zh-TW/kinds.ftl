verdict-adopted = 採納
verdict-partly = 部分採納
verdict-not = 不採納
button-verdict-adopted = ✅ 採納
button-verdict-partly = 🔶 部分採納
button-verdict-not = ❌ 不採納
verdict-which = 💡 { $number } 是意見建議。先點<b>採納結果</b>，再寫理由：
prompt-answer-adopted = 💡 { $number } <b>採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼、怎麼做，居民會看到。
prompt-answer-partly = 💡 { $number } <b>部分採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫採納了哪些、哪些沒有、為什麼，居民會看到。
prompt-answer-not = 💡 { $number } <b>不採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼，居民會看到。
case-answer-adopted =
    📄 <b>{ $number } 辦理答覆：您的建議已採納</b> ✅
    { $unit } { $name }：
    { $text }
case-answer-partly =
    📄 <b>{ $number } 辦理答覆：您的建議部分採納</b> 🔶
    { $unit } { $name }：
    { $text }
case-answer-not =
    📄 <b>{ $number } 辦理答覆：您的建議這次沒有采納</b>
    { $unit } { $name }：
    { $text }
case-verdict = 💡 採納結果：<b>{ $verdict }</b>
card-verdict = 💡 採納結果：{ $verdict }
error-verdict-first = 請先點「辦理答覆」，選採納、部分採納或不採納，再寫理由。剛才寫的還在，沒有發給居民。
team-emergency = 便民應急
button-team-emergency = 🚨 便民應急
team-medical = 愛心醫療
button-team-medical = 🩺 愛心醫療
team-jobs = 就業
button-team-jobs = 💼 就業
team-relief = 救助
button-team-relief = 🤝 救助
team-health = 計生衛生
button-team-health = 💉 計生衛生
team-fire = 消防
button-team-fire = 🚒 消防
team-police = 治安警務
button-team-police = 👮 治安警務
team-environment = 環境衛生
button-team-environment = ♻️ 環境衛生
team-property = 物業
button-team-property = 🔧 物業
team-tenancy = 出租房和外來人員登記
button-team-tenancy = 🏘 出租房和外來人員登記
team-desk = 綜合服務
button-team-desk = 🏠 綜合服務
preview-team = 🚚 服務隊：<b>{ $team }</b>
button-change-team = 換服務隊
petition-team = 這件事交給哪一隊？不確定就點「返回」，我們會看著安排：
case-team = 🚚 服務隊：{ $team }
case-urgent =
    🚨 <b>緊急</b>：{ $waits ->
        [yes] 承諾 { $at }前有人接手
       *[no] 承諾 { $at }前告訴您怎麼辦
    }
receipt-urgent =
    🚨 <b>回執 { $number }</b>
    { $unit }已收到您的緊急求助，正在叫值班人員。
    <b>人有危險，請先打電話：火警 119，急救 120，報警 110。</b>

    <b>我們的承諾</b>
    • { $claim-at }前有人接手
    • { $reply-at }前告訴您怎麼辦
    <b>法律規定的最後期限</b>
    • { $accept }前書面告訴您是否受理
    • 受理後 60 天內答覆（按今天算是 { $answer }）
card-urgent = 🚨 <b>緊急求助，請馬上處理</b>
card-team = 🚚 服務隊：{ $team }
card-due-urgent =
    ⏳ { $waits ->
        [yes] { $at }前要有人接手
       *[no] { $at }前要告訴居民怎麼辦
    }
card-urgent-duty = 🚨 <b>緊急！</b>請值班的同事馬上看：
card-urgent-nobody = 🚨 <b>緊急！</b>現在沒有人值班，請看到的同事馬上點「我來辦」。
urgent-late = 🚨 <b>{ $number } 還沒有人接手</b>，答應居民的時間是 { $at }。請馬上點卡片上的「我來辦」。
urgent-below = 🚨 { $unit }的緊急求助 { $number } 還沒有人接手，答應居民的時間是 { $at }。請幫忙催一下。
dates-urgent = 🚨 緊急求助不按天算：我們承諾幾小時內就辦，{ $claim }前有人接手，{ $reply }前告訴您怎麼辦。
button-team = 🚚 換服務隊
team-which = 🚚 <b>{ $number }</b> 現在歸「{ $team }」。交給哪一隊？居民會收到通知。
team-done = 🚚 { $name } 把 { $number } 交給了「{ $team }」。
notice-team = 🚚 { $number } 現在由「{ $team }」服務隊辦，您不用做什麼。
event-service_team = { $at } 換了服務隊
error-team-none = { $number } 不能換服務隊：只有沒辦完的求助能換。
call-phone = 📞 打哪個號碼找您？請把號碼發給我，或者用📎發一張您的聯絡人名片。號碼只有辦這件事的工作人員看得到，辦完就刪掉。
call-phone-taken = 📞 您寫了號碼（尾號 { $end }），就打這個。要換，點「返回上一步」。
call-when = 🕐 什麼時候打給您方便？點一個，或者直接寫，比如「明天下午三點」。
button-call-morning = 上午
button-call-afternoon = 下午
button-call-evening = 晚上
button-call-any = 什麼時候都行
call-morning = 上午
call-afternoon = 下午
call-evening = 晚上
call-any = 什麼時候都行
call-when-words = 請寫幾個字，比如「明天上午」，或者點一個按鈕。
call-about = 關於 { $number }，請給我回個電話。
call-draft-first = 您還有一件沒寫完，先辦好它，再請人回電話。
preview-call = 📞 打尾號 { $end } 的電話 · 🕐 { $when }
button-change-phone = 改電話
button-change-when = 改時間
button-call-me = 📞 請人回電話
names-call-me = 回電話|回電|給我打電話|給我回個電話
receipt-call =
    🧾 <b>回執 { $number }</b>
    { $unit }記下了：給您回電話。

    <b>我們的承諾</b>
    • { $reply }前打給您
    沒打通會再打，打通了就算辦完。
    <b>法律規定的最後期限</b>
    • { $accept }前書面告訴您是否受理
    • 受理後 60 天內答覆（按今天算是 { $answer }）
case-call = 📞 請回電話 · 🕐 { $when }
card-call =
    📞 請回電話 · 🕐 { $when }{ $tries ->
        [0] { "" }
       *[other] { " " }· 沒打通 { $tries } 次
    }
button-called = ☎️ 打通了，辦完
button-missed = 📵 沒打通
prompt-called = ☎️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫幾句說了什麼（{ $number }），只有同事看得到，寫完就辦結。
staff-called = ☎️ { $name } 已經給居民回了電話，{ $number } 辦結，號碼已刪掉。
staff-missed = { $number }：沒打通 { $count } 次，已告訴居民。
notice-called = ☎️ { $number }：{ $name } 已經和您通過電話，這件事辦結了，您的號碼也刪掉了。還有事，請再寫給我。
notice-not-reached = 📵 { $number }：我們打了電話，沒有打通，會再打給您。想換號碼或時間，直接回覆這條訊息。
notice-not-reached-often = 📵 { $number }：我們打了 { $count } 次電話都沒打通。請<b>直接回覆這條訊息</b>，寫上別的號碼、方便的時間，或者把事情寫下來，我們書面答覆您。
event-called = { $at } { $name } 和您通了電話，辦結
event-not_reached = { $at } { $name } 打了電話，沒打通
error-call-none = { $number } 不是要回的電話，或者已經辦完了。
error-call-incomplete = 還缺號碼或時間，請點「改電話」「改時間」補上。
error-never-callback = { $number } 是請人回電話，請用卡片上的按鈕辦：打通了，或者沒打通。
mandate-deputy = 人大代表
mandate-cppcc = 政協委員
card-mandate = 🏛 { $mandate }的議案提案，<b>必須答覆</b>
error-proposal-not-yours = 議案提案由人大代表、政協委員提。您是代表或委員的話，請先在「我的資料」核對身份；不是的話，請選「意見建議」。
error-never-mediation = { $number } 是調解，沒有「答覆」和「補充」：請點卡片上的「調解」往下辦，雙方看得到的話用「回覆」。
error-never-proposal = { $number } 是議案提案，必須答覆，不能不受理。
brief-proposals = 🏛 還沒有答覆的議案提案 { $count } 件：{ $numbers }
bind-team = • 服務隊：{ $team }。這一隊的求助會發到這個群
card-urgent-team = 🚨 <b>緊急！</b>請隊裡看到的人馬上點「我來辦」。
urgent-with-team = 🚨 <b>緊急求助 { $number }</b> 已發到「{ $team }」隊的群，請盯一下。看情況發 /case { $number }。
case-with-team = 🚚 在「{ $team }」隊的群裡辦。
button-fetch = 🔙 拿回接待臺辦
fetch-done = 🔙 { $name } 把 { $number } 拿回來了，卡片在這個群裡。
error-case-with-team = 這件事在服務隊的群裡辦，您的話沒有發給居民。要自己辦，請發 /case 加編號，點「拿回接待臺辦」。
error-fetch-not-with-team = { $number } 現在不在服務隊的群裡，不用拿回。
