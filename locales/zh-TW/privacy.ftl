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
