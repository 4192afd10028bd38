card-walk-in =
    🚶 { $name }（櫃檯登記，{ $called ->
        [yes] 留了電話
       *[no] 沒留電話
    }）
card-for = 👤 { $author } 代 <b>{ $name }</b> 提交
card-hint-walk-in = <i>回覆會給對方憑單子看，對方不用 Telegram，請打電話或當面告訴；以 // 開頭的是內部備註。</i>
staff-kept-for-walk-in = 🚶 已存好，對方憑單子上的取件碼看。請另外打電話或當面告訴。
receipt-for = { "\u000A" }這件事是 <b>{ $author }</b> 代 <b>{ $name }</b> 提交的。
case-for = 👥 為 <b>{ $name }</b> 提交
preview-for = 👥 為 <b>{ $name }</b> 提交（進展和回覆發給您）
button-change-whose = 👥 這是替別人寫的
button-whose-self = 是我自己的事
button-whose-named = 替 { $name }
button-whose-household = 替家裡人
button-whose-other = 替別人
petition-whose =
    👥 這件事是誰的？

    替別人寫，工作人員會看到您的名字和那個人的名字；進展和回覆發給您。那個人自己的來信您看不到。
petition-whose-name = 請寫那個人的姓名。
petition-whose-phone = 要不要留 <b>{ $name }</b> 的電話？工作人員需要時才看。不留就點「跳過」。
whose-name-only = 請只寫姓名，最多 { $count } 個字。
button-phone = 📞 看電話
button-slip = 🖨 重打單子
phone-is = { $name }：{ $phone }（已記錄您看過）
slip-ready = 🖨 <b>{ $number }</b> 的單子，請列印（A5）交給 { $name }。取件碼在單子上，不要另外發給別人。
slip-title = { $unit } 來信單
slip-what = { $name }：{ $kind }，{ $day } 登記。
slip-next = 接下來：{ $claim } 前有人接手，{ $reply } 前答覆（這是我們自己的承諾）。
slip-next-urgent = 接下來（緊急求助按小時算）：{ $claim }前有人接手，{ $reply }前告訴您怎麼辦（這是我們自己的承諾）。
slip-law = 法律規定：{ $accept } 前告知是否受理，從登記算起最晚 { $answer } 答覆。
slip-bot = 看進展：掃上面的碼，或在 Telegram 裡找 @{ $bot }，把上面的取件碼發給它。
slip-call = 也可以打電話問：{ $phone }，報編號 { $number }。
slip-office = 或到：{ $office }（{ $hours }）。
slip-foot = 取件碼就像鑰匙，請收好，不要給別人看。
intake-label-kind = 類別|種類|事項
intake-label-name = 姓名|名字|來人
intake-label-phone = 電話|手機|手機號|聯絡電話
intake-label-room = 房號|住址|地址
intake-label-text = 內容|事情|情況|訴求
names-none = 無|沒有|沒|不留|不願留
intake-kind =
    📝 <a href="tg://user?id={ $user }">{ $name }</a> 登記來訪、來電：是哪一類？
    （也可以一次寫完，每行一項：<code>/intake 姓名：…</code>，再寫 電話、房號、類別、內容。）
intake-name = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆這條訊息</b>：來人叫什麼名字？
intake-name-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆這條訊息</b>：來人叫什麼名字？不願留名就回「無」。
intake-phone-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆這條訊息</b>：來人的電話？沒有就回「無」。
intake-room-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆這條訊息</b>：住哪裡（樓棟、房號）？沒有就回「無」。
intake-text = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆這條訊息</b>：是什麼事？一次寫完，照片可以以後發到來信的話題裡。
intake-look =
    📝 <b>請核對</b>
    類別：{ $kind }
    姓名：{ $name }
    電話：{ $phone }
    住處：{ $room }
    <blockquote>{ $text }</blockquote>
    要改哪一項，就再回覆一次問那一項的訊息，或再發 <code>/intake 電話：…</code>。
intake-filed = ✅ 已登記為 <b>{ $number }</b>，單子在下面。
intake-cancelled = 已取消，沒有登記。
intake-goes-on = 您有一份還沒登記完，接著來。不要了就點或回「取消」。
intake-elsewhere = 您在另一個工作群裡還有一份沒登記完。請先在那裡登記或取消。
intake-words-only = 請回覆文字。照片等登記以後發到來信的話題裡。
intake-not-yours = 這是別人的登記表，或已經登記、取消了。
button-intake-file = ✅ 登記並出單子
button-intake-cancel = ✖️ 取消
error-own-case = { $number } 是您自己提交的，請同事來辦。
error-intake-empty = 這一項要寫。請再回覆一次。
error-intake-phone = 這不是電話號碼。請再寫一次。
error-intake-long = 太長了，最多 { $count } 個字。請再寫一次。
error-intake-open = 還有沒寫的專案，請發 /intake 接著寫。
error-slip-none = { $number } 不是櫃檯登記的，沒有單子。
error-phone-none = { $number } 沒有留電話。
