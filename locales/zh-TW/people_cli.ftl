cli-help-roster = 居民名冊：從表格錄入、檢視。
cli-help-roster-import = 從 XLSX 或 CSV 錄入名冊：先列出問題和變動，確認後才寫入；有錯一行也不寫。
cli-help-roster-file = 名冊檔案（XLSX 或 CSV）。
cli-help-roster-yes = 不再問，直接寫入。
cli-help-roster-unit = 沒寫單位的人屬於哪個單位。
cli-help-roster-template = 生成一張空的名冊表，照著填。
cli-help-roster-template-file = 新檔案的名字，以 .xlsx 結尾。
cli-help-roster-list = 看每個單位有多少人、多少人已綁定帳號。
cli-help-roster-problems = 列出有問題的人：沒有電話、幾人共用電話、已遷出卻還綁著帳號……
roster-column-name = 姓名|名字|居民姓名
roster-column-phone = 手機號|手機|電話|聯絡電話|手機號碼|電話號碼
roster-column-home = 樓棟-單元-房號|住址|地址|房屋|樓棟單元房號
roster-column-building = 樓棟|樓號|棟|樓
roster-column-room = 房號|單元房號|單元-房號|室
roster-column-household = 戶號|戶|家庭|戶編號
roster-column-unit = 社區或小組|社區|小組|居民小組|單位|所屬社區|所屬小組
roster-column-roles = 身份|角色|職務
roster-column-weight = 票權類別|權重類別|類別
roster-building-ends = 號樓|棟|幢|座
roster-role-group_leader = 居民小組長|組長
roster-role-resident_representative = 代表
roster-role-party_member = 中共黨員
roster-role-supervision = 監督委員|居務監督委員會|居務監督
roster-role-finance = 理財小組|民主理財
roster-role-deputy = 人大
roster-role-cppcc = 政協
roster-role-unit_representative = 單位代表
roster-role-staff = 社工|工作人員
roster-role-petition_officer = 信訪專幹
roster-role-lawyer = 法律顧問
cli-roster-line = { $mark } 第 { $line } 行：{ $what }
cli-roster-wrong = ✗
cli-roster-note = ！
cli-roster-no-name = 沒有姓名。請補上，或刪掉這一行。
cli-roster-too-long = 「{ $value }……」太長。姓名最多 100 個字，其他各欄最多 64 個字。
cli-roster-no-unit = 沒寫屬於哪個社區或小組。請補上，或用 --unit 指明。
cli-roster-unknown-unit = 沒有叫「{ $value }」的單位。用 linli unit tree 檢視名稱。
cli-roster-unknown-role = 不認識身份「{ $value }」。請改成：小組長、居民代表、黨員、居務監督委員、民主理財小組、人大代表、政協委員、駐社區單位代表、社區工作者、信訪幹部、律師。
cli-roster-no-phone = 「{ $value }」不是電話號碼。請改正；沒有電話就留空。
cli-roster-shortened-phone = 電話「{ $value }」被表格軟體縮短了，後幾位已經丟失。請把這一欄設成「文本」後重新填寫。
cli-roster-twice = 「{ $value }」和第 { $other } 行是同一個人。請刪掉一行。
cli-roster-shared-phone = 「{ $value }」和第 { $other } 行用同一個電話：機器分不清是誰，請他們帶證件到櫃檯綁定。
cli-roster-formula = 「{ $value }」看起來是公式。只當文字保存，不會計算。
cli-roster-more = ……另有 { $count } 處。
cli-roster-refused = 有 { $count } 處要改正，一行也沒有寫入。
cli-roster-plan = { $units }：新增 { $new } 人，變動 { $changed } 人，名冊上不再有 { $gone } 人，不變 { $same } 人。
cli-roster-new =
    新增：{ $names }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 人
    }
cli-roster-changed =
    變動：{ $names }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 人
    }
cli-roster-moved =
    換了單位：{ $names }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 人
    }
cli-roster-gone =
    不再有（只標記遷出，不刪除）：{ $names }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 人
    }
cli-roster-bound-gone =
    其中已綁定帳號（仍然綁著）：{ $names }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 人
    }
cli-roster-nothing = 名冊和檔案一樣，沒有要寫的。
cli-roster-sure = 寫入嗎？
cli-roster-left = 沒有寫入。
cli-roster-needs-yes = 沒有人可以問。看好了就加 --yes 寫入。
cli-roster-done = 已寫入。
cli-roster-template = 已生成 { $file }。填好後用 linli roster import 錄入。
cli-roster-example-name = 張三（示例，請刪掉這一行）
cli-roster-example-phone = 13800000000
cli-roster-example-home = 3號樓2單元501
cli-roster-example-household = 3-2-501
cli-roster-example-unit = 幸福社區
cli-roster-example-roles = 黨員、居民代表
cli-roster-example-weight = { "" }
cli-roster-none = 還沒有名冊。用 linli roster template 檔案.xlsx 生成一張表，填好再 linli roster import 檔案.xlsx。
cli-roster-unit =
    { $unit }：{ $count } 人，已綁定帳號 { $bound } 人{ $gone ->
        [0] { "" }
       *[other] ，已遷出 { $gone } 人
    }
cli-roster-problem = { $name }（{ $unit }）：{ $what }
cli-roster-problems = 共 { $count } 處。
cli-roster-is-gone-bound = 已遷出，帳號還綁著
cli-roster-is-without-phone = 沒有電話，只能到櫃檯綁定
cli-roster-is-sharing = 和別人用同一個電話，只能到櫃檯綁定
cli-roster-is-twice = 好像錄了兩次
cli-roster-is-without-home = 沒有住址
cli-roster-is-formula = 姓名看起來是公式
cli-error-roster-empty = 檔案裡沒有人。請檢查是不是拿錯了檔案。
cli-error-roster-no-headings = 前 10 行裡沒有找到表頭。至少要有「姓名」和另一欄；用 linli roster template 可以生成一張樣表。
cli-error-roster-heading-twice = 有兩欄都是「{ $name }」。請只留一欄。
cli-error-roster-too-large = 檔案太大：最多 20 MB、{ $rows } 行。請分開錄入。
cli-error-roster-unreadable = { $file } 讀不出來。請另存為 XLSX 或 CSV（UTF-8 或 GB18030）再試。
cli-error-roster-changed = 剛才有人改了名冊。請重新執行，再看一遍變動。
cli-error-roster-template-name = 檔名要以 .xlsx 結尾。
cli-error-roster-template = 不能寫 { $file }：已經有這個檔案，或沒有權限。
