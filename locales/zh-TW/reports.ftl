menu-report = 舉報工作人員（保密）
button-report-instead = 舉報工作人員（保密，不進工作群）
names-report = 舉報|我要舉報|檢舉|舉報工作人員
command-private-report = 保密舉報工作人員
command-group-reports = 舉報的編號和期限
names-report-words = 舉報|檢舉|檢舉|告發|舉報|貪汙|貪錢|受賄|行賄|索賄|紅包|回扣|以權謀私|挪用公款|公款吃喝
names-report-titles = 主任|副主任|書記|副書記|委員|幹部|會計|組長|網格員|工作人員|老師|科長|站長|隊長|所長|經理|師傅|師傅|書記|主席|某|某某|幹部|會計|組長|網格員|工作人員|老師
names-report-prefixes = 老|小|阿|姓
report-office-staff = 社區工作者
report-office-petition_officer = 信訪幹部
report-office-supervision = 居務監督委員
report-office-finance = 民主理財小組
report-office-group_leader = 居民小組長
report-told =
    🔒 <b>舉報工作人員</b>

    • 您寫的內容<b>不會發到任何群裡</b>。監督委員會的群裡只看得到編號和期限。
    • 看內容的是抽籤抽到的監督委員，至少兩位，先查名冊：<b>您舉報的人看不到</b>，也不會知道。每看一次都有記錄。洩露舉報是違法的。
    • 這裡能看的人不到兩位，就交給上一級；再沒有，就告訴您紀檢監察機關的地址，由您自己去交。
    • 15 天內告訴您收不收，60 天內答覆。
    • 內容屬於<b>敏感資訊</b>，存放時加了密。訊息要經過 Telegram 在境外的伺服器，不是端到端加密；不放心就打 12388，或者當面說。
    • 誣告陷害要負責任，請寫您知道的事實。

    同意這樣處理，就請選：<b>不留名</b>，還是<b>留名</b>（只有看內容的監督委員知道您的名字）？
button-report-go-on = 接著寫上次沒寫完的
button-report-mine = 看我留名的舉報
button-report-call = 📞 記下舉報電話的內容
report-words-kept = ✏️ 記下了。請選不留名還是留名。
report-words =
    { $call ->
        [yes] 請寫下<b>來電人說的</b>：什麼人、什麼時候、做了什麼。不要寫來電人是誰。
       *[no] 請寫：<b>什麼人、什麼時候、做了什麼、您怎麼知道的</b>。
    }

    文字、照片、錄音、檔案都可以，可以分幾條發。
report-words-more =
    ✏️ 已記下：{ $characters } 個字{ $files ->
        [0] { "" }
       *[other] ，{ $files } 個檔案
    }。還可以接著發。寫完了請點「寫完了」。
report-accused =
    <b>舉報的是誰？</b>{ $picked ->
        [0] { "" }
       *[other] 已選 { $picked } 位，再點一下就去掉。
    }

    點名字，可以選幾位。沒有列出來的，打名字或職務來找；名冊上沒有的人，直接寫名字。
report-person =
    { $picked ->
        [yes] ✅
       *[no] 👤
    } { $name } · { $office } · { $unit }
report-other = ✍️ 名冊上沒有：{ $name }
report-other-kept = ✍️ 名冊上沒找到，按您寫的記下了：{ $name }
report-name-only = 這裡請只寫名字或職務，不要太長。
button-report-unlisted = ✍️ 就寫「{ $name }」
button-report-clear = 🗑 全部去掉，重新選
report-named =
    您寫的話裡好像提到了 <b>{ $name }</b>（{ $office }，{ $unit }）。

    您舉報的就是<b>{ $name }</b>嗎？（是的話，這個人看不到舉報。）
report-named-done = 名字都問過了。
button-report-is = 是，就是這個人
button-report-is-not = 不是，舉報的不是這個人
report-check =
    🔒 <b>請看一遍，對不對？</b>

    { $text }
report-check-about = 👤 舉報的是：{ $names }
report-check-code =
    🔑 { $call ->
        [yes] 來電人的查詢碼：<b>{ $code }</b>。請念給來電人，讓他抄下來：以後只能憑它看答覆，丟了找不回來。
       *[no] 不留名。查詢碼：<b>{ $code }</b>。請先抄下來：以後只能憑它看進展、看答覆，丟了找不回來。
    }
report-check-name = 🪪 留名：{ $name }（只有看內容的監督委員知道）
button-report-accused = 改舉報的人
report-discard = 寫好的舉報<b>全部丟掉</b>嗎？
report-sent =
    ✅ 舉報收到了，編號 <b>{ $number }</b>。{ $external ->
        [yes] 這裡<b>沒有</b>兩位能看的監督委員，所以內容沒有給任何人看。請您自己交給紀檢監察機關：
       *[no] 已經交給監督委員會裡能看的人。
    }
report-sent-days = 📅 { $accept }前告訴您收不收，{ $answer }前答覆。
report-sent-code =
    { $of ->
        [call] 🔑 來電人的查詢碼：<b>{ $code }</b>
        [external] 🔑 查詢碼：<b>{ $code }</b>。把它發給我，就能再看寫過的、拿列印用的檔案。抄好以後，請刪掉這個聊天裡您發過的內容。
       *[own] 🔑 查詢碼：<b>{ $code }</b>。把它發給我，就能看進展、再補充。抄好以後，請刪掉這個聊天裡您發過的內容。
    }
report-office =
    📮 { $named ->
        [yes] <b>{ $name }</b>，{ $address }，電話 { $phone }。
       *[no] 紀檢監察舉報電話 <b>{ $phone }</b>（全國統一，說明地點）。
    } 請把寫的內容打印出來寄去或送去，也可以打電話說。{ $accept }還沒有回音，就再打電話問是不是已經受理。
report-mine =
    { $count ->
        [0] 您沒有留名的舉報。
       *[other] 您留名的舉報：
    }
report-row = { $number }
report-view =
    🔒 舉報 <b>{ $number }</b> · { $state }{ $external ->
        [yes] { "" }
       *[no] { "\u000A" }📅 收不收：{ $accept }前 · 答覆：{ $answer }前{ "\u000A\u000A" }要補充，直接寫在這裡。
    }
report-code-again = 🔑 請再發一次查詢碼。
report-code-in-words = 🔑 這是一個查詢碼，沒有加進去。要看另一件，請先退出。
button-report-code = 發查詢碼
button-report-print = 🖨 列印用的檔案
report-print = 舉報 { $number }（寫給紀檢監察機關）
report-print-about = 舉報的是：{ $names }
report-full =
    🔒 { $at }{ $name ->
        [0] { "" }
       *[other] { " " }{ $name }
    }
    { $text }
report-state-received = 收到，等人看
report-state-in_review = 正在查
report-state-asked = 等您補充
report-state-answered = 已答覆
report-state-closed = 已辦結
report-state-external = 請交給紀檢監察機關
report-event-submit =
    ✉️ { $at } 寫的：{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }（{ $files } 個檔案）
    }{ $name }
report-event-add =
    ➕ { $at } 補充：{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }（{ $files } 個檔案）
    }{ $name }
report-event-take =
    👁 { $at } 開始查了。{ $name }{ $text }{ $files ->
       *[other] { "" }
    }
report-event-ask =
    ❓ { $at } 請補充：{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }（{ $files } 個檔案）
    } { $name }
report-event-note =
    📝 { $at } 內部記錄：{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }（{ $files } 個檔案）
    } { $name }
report-event-answer =
    💬 { $at } 答覆：{ $text }{ $files ->
        [0] { "" }
       *[other] { " " }（{ $files } 個檔案）
    } { $name }
report-event-close =
    🏁 { $at } 辦結。{ $name }{ $text }{ $files ->
       *[other] { "" }
    }
report-event-climb =
    ⬆️ { $at } 換了看的人。{ $name }{ $text }{ $files ->
       *[other] { "" }
    }
report-event-hand_out =
    📮 { $at } 這裡不再處理，請交給紀檢監察機關。{ $name }{ $text }{ $files ->
       *[other] { "" }
    }
report-event-draw =
    🎲 { $at } 又抽了人來看。{ $name }{ $text }{ $files ->
       *[other] { "" }
    }
report-warning =
    🔒 舉報 <b>{ $number }</b> · { $state }
    📅 收不收：{ $accept }前 · 答覆：{ $answer }前

    下面是舉報的內容。請一個人看。
    ⚠️ <b>洩露舉報內容或舉報人，是《信訪工作條例》第三十條禁止、第四十四至四十六條追究的行為。</b>不要截圖，不要轉告被舉報的人，不要在任何群裡說。開啟會記下您的名字和時間。
button-report-all = 📄 全文和檔案
button-report-read = 我知道，開啟看
report-open =
    🔒 舉報 <b>{ $number }</b> · { $state }
    📅 收不收：{ $accept }前 · 答覆：{ $answer }前
    ⚠️ 不要洩露。這一次開啟已經記下。
report-about = 👤 舉報的是：{ $names } · 來自 { $home }
report-by =
    { $how ->
        [named] 🪪 舉報人：{ $name }（不要告訴任何人）
        [call] 📞 電話舉報，{ $name } 記下的
       *[anonymous] 🕶 不留名
    }
button-report-take = 我來查
button-report-ask = 請舉報人補充
button-report-note = 記一筆（只有看的人知道）
button-report-answer = 答覆
button-report-close = 辦結
button-report-climb = 交給上一級
button-report-hand_out = 轉紀檢監察機關
report-done = ✅ 好了。
report-write-ask = 要請舉報人補充什麼？寫在這裡，{ $number } 的舉報人看得到。
report-write-note = 寫下來，只有看 { $number } 的人知道。
report-write-answer = 寫給 { $number } 的舉報人的答覆：查了什麼、事實是什麼、按什麼規定、怎麼處理、不滿意找誰。
report-sure-close = { $number } 辦結以後不能再補充。確定嗎？
report-sure-climb = { $number } 交給上一級以後，您就看不到了。沒有上一級，就轉紀檢監察機關。確定嗎？
report-sure-hand_out = { $number } 轉紀檢監察機關：舉報人會拿到地址和列印的內容，自己去交。確定嗎？
button-report-sure = 確定
report-notice =
    🔒 收到舉報 <b>{ $number }</b>。{ $accept }前告知收不收，{ $answer }前答覆。

    內容不在群裡。抽到的委員請到與我的私聊裡看。
button-report-open = 🔒 到私聊裡看
report-drawn = 🔒 舉報 <b>{ $number }</b> 等您看，期限 { $day }。請不要告訴別人您抽到了。
report-news = 🔒 您留名的事有了進展，請發 /report 看。
report-reminder = 🔒 { $day } 快到期或過期的舉報：
report-reminder-row =
    • { $number }：{ $day }{ $over ->
        [yes] { " " }⚠️ 已過期
       *[no] { "" }
    }
report-list = 🔒 <b>舉報</b>：沒辦結的 { $count } 件。內容只能在私聊裡看。
report-list-row = • { $number }：期限 { $day }
report-list-over =
    { $over ->
        [many] 已辦結 { $count } 件。
       *[few] 已辦結的不到 { $count } 件；開啟看過的只列人，不列哪一件、哪一天。
    }
report-list-opener = 👁 { $name }：開啟看過舉報
report-list-opened = 👁 { $number }：{ $name }，{ $day }開啟過
error-report-not-yours = 🔒 這件舉報您打不開。每件舉報只給抽籤抽到、核對過身份、還在監督委員會群裡的人看，抽到誰不公佈；編號寫錯也會這樣。還沒核對身份的，請先發 /vote 核對。
error-report-unknown = 沒有找到這件舉報。
error-report-incomplete = 請先寫清楚什麼事，再選舉報的是誰。
error-report-call-staff = 舉報電話的內容由居務監督委員記。
error-report-taken = 另一位委員剛剛先接了 { $number }。
error-report-changed = 剛才有人改了這件舉報，請再看一遍。
error-report-exists = 這件舉報已經收到了。
error-report-state-received = { $number } 還沒有人接，請先點「我來查」。
error-report-state-in_review = { $number } 正在查，現在不能這樣做。
error-report-state-asked = { $number } 正等舉報人補充，現在不能這樣做。
error-report-state-answered = { $number } 已經答覆了。
error-report-state-closed = { $number } 已經辦結，不能再改。新的事請另外舉報。
error-report-state-external = { $number } 要由您自己交給紀檢監察機關，這裡不再處理。
error-reports-elsewhere = /reports 只在居務監督委員會的群裡用。
