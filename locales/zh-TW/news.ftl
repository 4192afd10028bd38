menu-news = 看公示（黨務、居務、財務）
help-news = • 發 /news 看公示，也可以帶上要找的字：/news 電梯。
news-category-party = 黨務
news-category-affairs = 居務
news-category-finance = 財務
news-category-none = 還沒選欄目
news-category-all = 全部
news-span =
    { $span ->
        [year] { $year }年
        [quarter] { $year }年第{ $part }季度
        [month] { $year }年{ $part }月
       *[none] { "" }
    }
news-board =
    📢 <b>{ $unit }公開欄</b>

    想看哪一欄？也可以直接打字找，比如「電梯」。
news-board-empty =
    📢 <b>{ $unit }公開欄</b>

    還沒有公示過什麼。
news-category-row = { $category }（{ $count } 項）
button-news-all = 全部，新的在前
button-news-search = 🔍 找一項
button-news-older = 更早的
button-news-newer = 更新的
button-news-board = 回公開欄
news-list = 📢 <b>{ $category }</b> · 第 { $page } 頁，新的在前。
news-row =
    { $title } · { $day }{ $corrected ->
        [yes] { " " }· 有更正
       *[no] { "" }
    }
news-search = 🔍 想找什麼？打幾個字發過來，比如「電梯」「低保」「三季度」。
news-found = 🔍 「{ $words }」找到 { $count } 項，新的在前：
news-found-some = 🔍 沒有和「{ $words }」完全對上的。下面這 { $count } 項對上一部分：
news-found-none = 🔍 沒有找到「{ $words }」。換個說法再打一次；如果是想反映這件事，點「寫給社區」。
button-news-write = 寫給社區
news-item =
    📢 <b>{ $title }</b>
    { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    }
news-item-published = <i>{ $number } · { $unit } · { $day }公示</i>
news-item-corrected = ✏️ 這是更正以後的第 { $n } 版，以前的也看得到。
news-item-old = ⚠️ 這是以前的第 { $n } 版，後來更正過，請以現在的為準。
news-item-until = 🗓 公示到 { $day }，以後在存檔裡一直能查。
news-item-archived = 🗂 公示期已過，這是存檔。
news-item-piece = 第 { $index }/{ $count } 頁
news-item-answered = 💬 有居民問過，{ $count } 條答覆在後面幾頁。
news-item-text =
    { "" }
    { $text }
news-item-answer =
    { "" }
    💬 <b>有居民問過，{ $unit } { $day }答覆：</b>
    <blockquote>{ $text }</blockquote>
button-news-on = 接著看
button-news-before = 看前一頁
button-news-file = 📎 { $name }
button-news-ask = ❓ 我對這一項有疑問
button-news-now = 看現在的版本
button-news-versions = 看更正經過（{ $count } 版）
news-versions = 📢 <b>{ $title }</b>（{ $number }）有這些版本：
news-version-row = 第 { $n } 版，{ $day }公示
news-ask-begins = ❓ 關於<b>{ $title }</b>，您想問什麼？社區的正式答覆會顯示在這一項下面，大家都能看到；您的名字和您寫的話不會公開。
news-ask-later = 您還有一件事沒寫完。先交上去，或者不要了，再來問公示。
news-link-unknown = 這個連結現在打不開了，請從公開欄裡找。
preview-about = ❓ 問的是公示：{ $item }
card-about =
    ❓ 質詢公示：<b>{ $item }</b>
    <i>「辦理答覆」會公開顯示在這一項下面（不顯示是誰問的），請不要寫居民的姓名、電話、住址。</i>
news-usage = 要公示什麼？把文字、照片、PDF 或表格發到本群，<b>回覆它</b>發 /publish，也可以帶上標題：/publish 三季度收支。要更正已公示的，回覆新內容發 /publish 編號，比如 /publish GK-2026-0003。
news-offer = 要把這條拿去公示嗎？不用就不用管。
button-news-disclose = 📢 公示
news-panel-draft =
    📢 <b>準備公示</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    }
news-panel-correction =
    ✏️ <b>準備更正 { $number }</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    }
news-panel-text = <blockquote>{ $text }</blockquote>
news-panel-files = 📎 檔案 { $files } 個
news-panel-empty = 還沒有內容。請<b>回覆本條訊息</b>，把文字、照片、檔案發來。
news-panel-add = 居民看到的就是這樣。要添文字、照片、檔案，就<b>回覆本條訊息</b>；寫錯了，直接改您發的那條。改標題：回覆「標題：新的標題」。
news-panel-review = ⏳ <b>{ $title }</b> 已送居務監督委員會稽核。
news-panel-finance-review = ⏳ <b>{ $title }</b> 居務監督委員會已同意，等民主理財小組稽核。
news-panel-published = ✅ <b>{ $title }</b> 已公示，編號 { $number }。
news-panel-dropped = 🗑 <b>{ $title }</b> 不公示了。
news-album = 這是相簿裡的一張。其餘幾張，請回覆上面那條訊息再發一次。
news-choose-category = 放在哪一欄？
news-choose-span = 說的是什麼時候的事？
button-news-no-span = 不分時期
button-news-submit = 📤 送審
button-news-category = 換欄目
button-news-when = 換時期
button-news-drop = 🗑 不公示了
button-news-go-on = 🛠 接著改
button-news-sheet = 🖨 列印公示單
button-news-approve = ✅ 同意公示
button-news-reject = ↩️ 退回
names-news-title = 標題|題目|題目|title
news-review-text =
    📄 { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
news-review =
    🔎 <b>請稽核公示</b>：{ $title }
    { $unit } · { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    } · 檔案 { $files } 個
    { $name } 送審
news-review-finance =
    🔎 <b>請稽核財務公示</b>：{ $title }
    { $unit } · { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    } · 檔案 { $files } 個
    { $name } 送審，居務監督委員會已同意
news-review-correction = ✏️ 這是對 { $number } 的更正，以前的版本居民還能看到。
news-review-hint = 上面就是居民將看到的內容。寫的人自己不能審。
news-review-reason = ↩️ <b>{ $title }</b>：為什麼退回？點一個，或者<b>回覆本條訊息</b>寫原因。
news-reason-incomplete = 內容不全
news-reason-numbers = 數字對不上
news-reason-privacy = 有居民的隱私
news-reason-unreadable = 附件看不清
news-done-published = ✅ <b>{ $title }</b> 已公示，編號 { $number }（{ $name } 同意）
news-done-passed = ✅ <b>{ $title }</b> { $name } 已同意，轉民主理財小組稽核。
news-done-rejected = ↩️ <b>{ $title }</b> { $name } 已退回。
news-rejected = ↩️ <b>{ $title }</b> 沒有通過稽核（{ $name }）：{ $reason }
news-passed-on = ⏳ <b>{ $title }</b>：居務監督委員會 { $name } 已同意，等民主理財小組稽核。
news-published =
    ✅ <b>{ $title }</b> 已公示，編號 <b>{ $number }</b>{ $n ->
        [1] { "" }
       *[other] ，第 { $n } 版
    }。公示到 { $until }，以後在存檔裡。
news-sheet-ready = 🖨 公示單做好了，請列印張貼。掃碼就能開啟。
sheet-board = { $unit }公開欄
sheet-board-foot = 掃碼看公示，也可以提問
sheet-item-head =
    { $category }{ $span ->
        [none] { "" }
       *[other] { " " }· { news-span }
    }
sheet-item-date = { $unit }　{ $day }公示
sheet-item-more = 全文、附件和提問請掃碼
sheet-item-foot = { $number }　掃碼看原件、附件，也可以提問
button-news-take-back = ↩️ 拿回來改
button-news-submit-all-the-same = 📤 可以公開，送審
news-private = ⚠️ 裡面像有手機號、身份證號或銀行卡號：{ $found }。公示後誰都能看到，也撤不回。不該公開的請先改掉。
news-review-private = ⚠️ 裡面像有手機號、身份證號或銀行卡號，請看清楚能不能公開。
news-hides = ⚠️ 表格檔案裡有隱藏的工作表、行、列或批註。公示後誰下載了都能看到。請在電腦上刪掉再發一次。
news-review-hides = ⚠️ 表格檔案裡有隱藏的內容或批註，請下載看清楚能不能公開。
news-taken-back = ↩️ <b>{ $title }</b>：{ $name } 拿回去改了，先不用審。
