part-claim = 您的訴求
part-facts = 查明的事實
part-rule = 依據的規定
part-decision = 處理決定
part-review = 不服怎麼辦
names-part-claim = 訴求|投訴請求|請求事項|反映的問題|反映事項|信訪請求
names-part-facts = 事實|查明的情況|查明情況|查明事實|調查情況|事實認定|核實情況|經查
names-part-rule = 依據|法律依據|政策依據|規定|依據和規定|適用的規定|辦理依據
names-part-decision = 決定|辦理意見|處理意見|處理結果|辦理結果|答覆意見|結論|意見
names-part-review = 救濟途徑|複查|複查途徑|申請複查|怎樣申請複查|不服本答覆怎麼辦|救濟渠道
answer-review-group = 對答覆不滿意，可以請社區再看一遍：在這件事裡點「不滿意」，或者直接到社區居委會說。
answer-review-community = 對答覆不滿意，可以請街道再看一遍：在這件事裡點「不滿意」，或者直接到街道信訪窗口提出。
answer-review-street = 對答覆不服，可以自收到之日起 30 日內，向區（縣）政府的信訪機構書面申請複查。
prompt-part-claim = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 1 步：請<b>回覆本條訊息</b>寫居民的<b>訴求</b>是什麼（{ $number }）。先存草稿，不會發出去。不寫了，回覆「取消」。
prompt-part-facts = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 2 步：請<b>回覆本條訊息</b>寫<b>查明的事實</b>（{ $number }）。先存草稿，不會發出去。不寫了，回覆「取消」。
prompt-part-rule = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 3 步：請<b>回覆本條訊息</b>寫<b>依據什麼規定</b>（{ $number }）。先存草稿，不會發出去。不寫了，回覆「取消」。
prompt-part-decision = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 4 步：請<b>回覆本條訊息</b>寫<b>怎麼決定</b>（{ $number }）。先存草稿，不會發出去。不寫了，回覆「取消」。
prompt-part-review = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫<b>不服怎麼辦</b>：找誰、多少天內（{ $number }）。不改了，回覆「取消」，就用原來寫好的。
button-answer-steps = 📄 逐項寫答覆
answer-refused = ❗ 還沒發出去：街道的答覆要寫「{ $part }」。請按下面的「補上」按鈕，寫過的都在。
answer-draft = 📝 <b>{ $number } 答覆草稿</b>（{ $name }，還沒發）
answer-draft-part =
    <b>{ $title }</b>
    { $text }
answer-draft-missing = ▫️ 還缺：{ $part }
answer-draft-files = 📎 附件 { $count } 個，會一起發
answer-file-kept = 📎 收下了，會和答覆一起發。這一項的文字還請您寫。
answer-album-kept = 📎 這組圖片收下了，會和答覆一起發。
answer-draft-may-go = 缺的可以不補，也能發。
button-part-edit = ✏️ { $part }
button-part-add = ➕ 補上{ $part }
button-answer-send = 📨 發給居民
button-answer-drop = 🗑 不要了
answer-drop-sure = <b>{ $number }</b> 的答覆草稿，真的不要了嗎？寫的內容都會刪掉。
answer-dropped = 🗑 { $number } 的答覆草稿刪掉了，什麼都沒有發給居民。
answer-draft-sent = 📨 { $number } 的答覆由 { $name } 發出了。
answer-hint = 💡 { $number } 的答覆已經發了。下次寫全這幾樣，居民更明白：
answer-hint-part = · { $part }
error-answer-draft-gone = 這份草稿已經發出去，或者刪掉了。要再寫，請點「更多」裡的「逐項寫答覆」。
error-answer-draft-changed = 同事剛改過這份草稿。請看最新的一份，再發。
error-answer-incomplete = 還缺內容，沒有發。請按「補上」按鈕寫全再發。
button-rate-satisfied = 😊 滿意
button-rate-basically = 🙂 基本滿意
button-rate-unsatisfied = 🙁 不滿意
rate-satisfied = 😊 <b>{ $number }</b>：您選了「滿意」，謝謝您！{ $day }前都可以改。
rate-basically = 🙂 <b>{ $number }</b>：您選了「基本滿意」，謝謝您！{ $day }前都可以改。
rate-unsatisfied =
    🙁 <b>{ $number }</b>：您選了「不滿意」。哪裡不滿意？請寫給我，或者點「不說了」。
    工作人員只看得到總數，看不到是誰選的，也看不到您寫的這些話。{ $day }前都可以改。
rate-heard =
    🙁 <b>{ $number }</b>：記下了，謝謝您告訴我們。還可以這樣：
    · 補充給辦事的人，請他們接著辦
    · { $review }
    { $day }前都可以改。
rate-review-group = 請社區再看一遍，或者直接到社區居委會說
rate-review-community = 請街道再看一遍，或者直接到街道信訪窗口提出
rate-review-street = 自收到答覆之日起 30 日內，向區（縣）政府的信訪機構書面申請複查
rate-none = <b>{ $number }</b>：現在不能評價。
rate-over = 評價的時間過了（答覆後 { $days } 天內），謝謝您。
button-rate-skip = 不說了
button-rate-roads = 請上級再看，或者重新辦
button-rate-pass-on = 補充給辦事的人
rating-reminder = 😊 <b>{ $number }</b> 的答覆，您還滿意嗎？點一下就好，{ $day }前都可以選。
button-rate-quiet = 不用再問我
button-me-rating-off = 不再提醒我評價
button-me-rating-on = 提醒我評價
rate-words-only = 請寫幾個字告訴我，或者點「不說了」。
rate-quiet = 好的，以後不再提醒您評價。您還是可以隨時評價。
rate-ask-again = 好的，以後會提醒您一次。
error-rating-over = 評價的時間過了（答覆後 { $days } 天內），謝謝您。
stats-ratings = 今年滿意度：滿意 { $satisfied } · 基本滿意 { $basically } · 不滿意 { $unsatisfied }，滿意率 { $rate }%（到昨天）
stats-ratings-few = 今年評價不到 { $count } 件，不單列（怕認出是誰）
button-templates = 📋 常用答覆
names-variable-name = 姓名|名字|居民
names-variable-number = 編號|事項編號|單號
names-variable-day = 日期|今天
names-variable-due = 期限|答覆期限
names-variable-unit = 單位|社區
names-variable-office = 辦公地點|地址|窗口
names-variable-phone = 電話|辦公電話
names-variable-hours = 辦公時間|時間
names-variable-kind = 類別|種類
names-variable-staff = 經辦人|工作人員
template-somebody = 居民朋友
template-day = { $day }
tpl = 📋 <b>常用答覆</b>，共 { $count } 條。點一條看內容：
tpl-none = 📋 還沒有常用答覆。點「新增」，先起名字，再寫內容。
tpl-in-case = 📋 <b>{ $number }</b> 用哪一條？點了先看填好的樣子，不會馬上發：
tpl-in-case-none = 📋 還沒有常用答覆。在群裡（不在事項裡）發 /tpl 就可以新增。
button-tpl =
    { $above ->
        [yes] ⬆️ { $name }
       *[no] { $name }
    }
button-tpl-add = ➕ 新增
tpl-one =
    📋 <b>{ $name }</b>{ $above ->
        [yes] { " " }（上級的，只能用，不能改）
       *[no] { "" }
    }
    { $text }
button-tpl-change = ✏️ 改內容
button-tpl-drop = 🗑 刪掉
tpl-drop-sure =
    🗑 刪掉「<b>{ $name }</b>」嗎？刪了就沒有了：
    { $text }
tpl-dropped = 🗑 「{ $name }」刪掉了。
tpl-ask-name = ➕ <a href="tg://user?id={ $user }">{ $who }</a>，請<b>回覆本條訊息</b>寫這條常用答覆的名字（30 個字以內）。不寫了，回覆「取消」。
tpl-ask-text = ✏️ <a href="tg://user?id={ $user }">{ $who }</a>，請<b>回覆本條訊息</b>寫「{ $name }」的內容。可以用：{ $known }，用的時候會自動填。不寫了，回覆「取消」。
tpl-saved =
    ✅ 存好了：<b>{ $name }</b>
    { $text }
tpl-cancelled = 好的，不寫了。什麼都沒有改。
tpl-filled =
    👀 <b>{ $number }</b>，居民會看到：
    <blockquote>{ $text }</blockquote>
button-tpl-reply = 📨 當回覆發
button-tpl-answer = 📄 當答覆發
button-tpl-edit-reply = ✏️ 改了再回覆
button-tpl-edit-answer = ✏️ 改了再答覆
tpl-copy =
    ✏️ 點一下就複製好了，改好以後回覆下面的提示：
    <code>{ $text }</code>
tpl-sent = 📨 { $number }：用「{ $name }」發出去了。
tpl-drafted = ✍️ { $number }：「{ $name }」<b>還沒有發</b>。缺幾項，已放進答覆草稿，見下面，補齊再發。
error-template-name = 名字要有字，最多 { $count } 個字。請再寫一次。
error-template-text = 內容要有字，最多 { $count } 個字。請再寫一次。
error-template-variable = 沒有「{ $word }」這一項。可以用：{ $known }。請改好再寫一次。
error-template-personal = 常用答覆裡不要寫電話、證件號、門牌號。辦公電話請寫 { "{" }電話{ "}" }，會自動填。請改好再寫一次。
error-template-many = 已經有 { $count } 條了。請先刪掉不用的。
error-template-exists = 已經有一條叫這個名字了。請換個名字，或者開啟那一條改。
error-template-changed = 同事剛改過這一條。請再發 /tpl，看最新的。
error-template-gone = 這一條已經刪掉了。請再發 /tpl。
error-template-of-above = 這一條是上級的，只能用，不能改。可以新增一條同名的，就先用自己的。
