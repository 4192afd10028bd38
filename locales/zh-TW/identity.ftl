menu-identity = 🪪 核對身份
event-join = 來信人核對了身份，這件來信歸到自己名下
button-who-i-am = 🪪 看核對結果
button-identity-paper = 到櫃檯核對（要一個辦理碼）
button-identity-help = 替沒有手機的家人辦（要一個辦理碼）
button-take-walk-ins = 把這 { $count } 件歸到我名下
identity =
    🪪 <b>核對身份</b>

    核對以後，您在居民名冊上是誰、住在哪裡就清楚了：可以投票，來信也直接交給您住的地方。名冊上的身份別的居民看不到。
identity-known = 🪪 您已核對為 <b>{ $name }</b>（{ $unit }）。搬家了，或者哪裡不對，請告訴居委會。
identity-helped = 👥 您還可以替 <b>{ $name }</b> 寫來信。
identity-walk-ins = 📎 用您的電話在櫃檯登記過 { $count } 件來信：{ $numbers }。歸到您名下，就能在這裡看進展、收回覆。
identity-between = 、
identity-taken = ✅ 已把 { $count } 件來信歸到您名下，在「我的來信」裡看。
identity-verify =
    📱 <b>核對身份</b>

    請點「出示我的手機號」，再點螢幕下面的按鈕。號碼只用來和名冊核對，不另外留下。
identity-typed = 打出來的號碼不能證明是您的。請點「出示我的手機號」，再點螢幕下面的按鈕。
identity-forwarded = 轉發來的名片不能證明是您的。請點「出示我的手機號」，再點螢幕下面的按鈕。
identity-code =
    🔑 您的辦理碼：<code>{ $code }</code>

    24 小時內有效，只能用一次。請帶上證件，到 { $office }（{ $hours }），把辦理碼給工作人員看。不方便就打電話：{ $phone }
    請不要發給別人。
identity-code-gone = 辦理碼只顯示一次。要用就再要一個，以前的隨即作廢。
identity-bound = ✅ 工作人員已當面核對：您是居民名冊上的 <b>{ $name }</b>。如果不是您本人去辦的，請馬上告訴居委會。
identity-helps = ✅ 工作人員已當面核對：您可以替 <b>{ $name }</b> 寫來信。如果不是您去辦的，請馬上告訴居委會。
person-usage = 用法：<code>/bindperson 辦理碼 姓名</code>，同名的再加上樓棟或房號。辦理碼由居民在機器人「核對身份」裡要。請先看證件。
person-which = 🪪 請看過證件再按。按下後，這個帳號就是名冊上的：
person-which-helped = 🪪 這個帳號已經是 <b>{ $name }</b> 的。按下後，{ $name } 只是可以替這個人寫來信，不能替他投票。請看過證件再按：
person-more = ……另有 { $count } 位。請在姓名後面加上樓棟或房號。
button-person-bind = 就是 { $name } · { $home }
button-person-help = 替 { $name } · { $home }
person-bound = ✅ { $by } 看過證件：帳號已綁定到 { $name }（{ $home }）。
person-helped = ✅ { $by } 看過證件：這個帳號可以替 { $name }（{ $home }）寫來信。
error-person-at-desk = 請在辦來信的工作群裡辦。
error-person-unknown = 本單位的名冊上沒有找到這個人。請核對姓名、樓棟、房號。
error-person-taken = 名冊上這個人已經有帳號了，沒有再綁定。
error-person-bound = 這個帳號已經綁定了名冊上的另一個人。
error-person-unverified = 請先核對身份。
error-paper-code = 辦理碼不對、用過了，或已過 24 小時。請居民在機器人裡再要一個。
