cli-help-duty = 值班表。
cli-help-duty-import = 從 XLSX 或 CSV 表格錄入值班表；先全部檢查，有一處不對就什麼也不錄。可以重複執行。
cli-help-duty-file = 第一列是日子（週一、2026-12-03），後面各列是人（群裡的姓名或 @使用者名稱）。
cli-help-duty-unit = 哪個單位的受理群；只有一個受理群時可以不寫。
cli-duty-wrong = 有 { $count } 處看不懂，一天也沒有錄。改好再來。
cli-duty-preview = 會排 { $count } 天，還沒有錄入。
cli-duty-done = 排好了 { $count } 天。
cli-duty-file = 讀不了這張表格：要 XLSX 或 CSV，2 MB 以內，200 行以內。
