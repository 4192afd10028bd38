contact-hidden = 👤 本人發來一張名片。本級只看事情，不顯示姓名和號碼。
cli-help-audit = 檢查操作記錄有沒有被改動。
cli-help-audit-verify = 把操作記錄和封印逐段核對；有一段對不上，就列出來，並以 1 退出。
cli-help-audit-seal = 以前抄下的封印開頭（/audit 每頁都寫著）；不在鏈上，說明記錄被截短過。
cli-audit-well = 操作記錄完好：共 { $rows } 行，其中 { $unsealed } 行還沒有封印。最新封印：{ $seal }
cli-audit-broken = 第 { $first }–{ $last } 行（{ $day } 封印）對不上：有行被改、被刪或是後加的。
cli-audit-seal-unknown = 封印 { $seal } 不在鏈上：抄錯了，或者記錄被截短過。
command-group-identity = 檢視來件人是誰（要選原因，會記錄）
command-group-audit = 檢視記錄：誰看過來件人（監督委員會）
button-identity = 🔒 來件人是誰
identity-why = 🔒 { $number }：要看來件人的姓名、電話和住址，請先點原因。只有點的人自己看得到；誰、什麼時候、為什麼看，都會記下來，居務監督委員會查得到。
identity-reason-call = 打電話聯絡
identity-reason-visit = 上門或現場處理
identity-reason-check = 核實身份
identity-reason-help = 有人有危險，要救助
identity-shown =
    { $number }
    { $name }
    ☎ { $phone }
    ⌂ { $home }
identity-told = 文中：{ $told }
audit-log = 🔎 誰看過來件人是誰（最近的在前）
audit-empty = 🔎 沒有這樣的檢視記錄。
audit-row = { $number } · { $name } · { $at } · { $reason }
audit-seal = 第 { $page } 頁，共 { $pages } 頁。只看一件、一個月或一個人：/audit 123、/audit 2026-03、/audit 姓名。記錄封印：{ $seal }
button-newer = ◀ 較新
button-older = 較早 ▶
error-identity-none = { $number } 沒有留下姓名：匿名提出，或者姓名已經刪除。
error-audit-elsewhere = 檢視記錄只給居務監督委員會看，請在他們的群裡用。
error-audit-case-unknown = 找不到這個編號，或者不歸本單位。
error-audit-month = 沒有這個月份，請寫成 2026-03 這樣。
command-private-me = 我的資料：檢視、帶走、刪除
menu-me = 👤 我的資料
card-unnamed-erased = 👤 （來件人已要求刪除姓名）
card-unnamed-expired = 👤 （辦結已久，姓名已隱去）
me =
    👤 這裡有您的：
    姓名：{ $name }
    社區：{ $unit }
    名冊核對：{ $verified ->
        [yes] 已核對
       *[no] 未核對
    }
    語言：{ $language }
    通知：{ $rhythm }
    同意隱私說明：{ $agreed }；同意經境外傳送：{ $abroad }
    事項 { $cases } 件，預約 { $bookings } 次，參加投票 { $votes } 次（投了什麼，誰也不知道）
me-mediations = 別人請您調解的事 { $count } 件
button-me-export = 📦 把我的資料發給我
button-me-subscribe = 🔔 改通知
button-me-language = 🌐 改語言
button-me-reminders-off = 🔕 預約不用提醒我
button-me-reminders-on = 🔔 預約還是提醒我
me-reminders-off = 好的，預約前一天和前一小時不再提醒您。排隊輪到您、時間改了或者取消了，還是會告訴您。
me-reminders-on = 好的，預約前一天和前一小時會提醒您。
button-me-erase = 🗑 刪除我的資料
button-me-go-on = 看過了，繼續
button-me-erase-now = 🗑 確定刪除，不能恢復
button-me-keep = 不刪了
me-export-coming = 正在整理，一會兒發給您，共 { $count } 個檔案。
me-export-today = 今天已經發過一次了，明天可以再要。
export-part = 📦 您的資料，第 { $part } 個，共 { $parts } 個。裡面是 linli.json 和您的檔案。
me-erase = 🗑 刪除以前，請看清楚：
me-erase-goes = ▪ 馬上刪掉：您的姓名、帳號、語言、社區、同意記錄、通知選擇、沒寫完的話；還沒到的預約會取消；名冊和您帳號的關聯會解開。
me-erase-stays = ▪ 依法要留下：您提過的事和答覆，但不再有您的姓名。還在辦的照樣辦，給您一個查詢碼，憑碼看答覆；正在調解的就到此結束。不想再辦的，請先撤回。投過的票不能收回。
me-erase-telegram = ▪ 我們刪不掉：Telegram 裡您和工作人員那邊已有的訊息。您自己這邊請您自己刪。備份裡的舊資料，要等備份過期。
me-erase-words = ▪ 找不出來：您或別人寫在話裡的名字、電話，還有照片和檔案裡的內容。
me-sure = 🗑 真的要全部刪除嗎？刪了不能恢復。
me-codes = 這些事還在辦，以後只能憑碼查，請先抄下來：
me-code = { $number } — { $code }
me-erased = ✅ 都刪好了。請把這個對話也刪掉。以後想用，隨時再寫給我，從頭開始。
error-erase-changed = 您剛剛又有新的事在辦，請重新抄一遍查詢碼。
cli-config-mask-after-days = { $key } 要寫辦結後多少天隱去姓名：30 到 36500 的數字。
cli-config-unused-files-days = { $key } 要寫沒人引用的檔案保留多少天：1 到 36500 的數字。
cli-config-set-aside-days = { $key } 要寫處理不了的訊息保留多少天：1 到 36500 的數字。
