contact-hidden = 👤 本人發來一張名片。本級只看事情，不顯示姓名和號碼。
cli-help-audit = 檢查操作記錄有沒有被改動。
cli-help-audit-verify = 把操作記錄和封印逐段核對；有一段對不上，就列出來，並以 1 退出。
cli-help-audit-seal = 以前抄下的封印開頭（/audit 每頁都寫著）；不在鏈上，說明記錄被截短過。
cli-audit-well = 操作記錄完好：共 { $rows } 行，其中 { $unsealed } 行還沒有封印。最新封印：{ $seal }
cli-audit-broken = 第 { $first }–{ $last } 行（{ $day } 封印）對不上：有行被改、被刪或是後加的。
cli-audit-seal-unknown = 封印 { $seal } 不在鏈上：抄錯了，或者記錄被截短過。
