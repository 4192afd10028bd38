cli-help-calendar = 放假和調休的日子。
cli-help-calendar-import = 從 CSV 檔案錄入一年的放假安排；先全部檢查，有一處不對就什麼也不錄。可以重複執行。
cli-help-calendar-file = 每行一個日子：2027-10-01,holiday,國慶節。用 linli calendar show 可以得到樣子。
cli-help-calendar-preview = 只檢查，看會變成什麼樣，不錄入。
cli-help-calendar-show = 按錄入檔案的樣子列出一年的放假安排。
cli-help-calendar-year = 年份，例如 2027。
cli-calendar-names-holiday = holiday|放假|休|休息|節假日|假日
cli-calendar-names-workday = workday|上班|班|補班|調休上班|工作日
cli-calendar-problem = 第 { $line } 行：{ $problem }
cli-calendar-problem-whole = 整個檔案：{ $problem }
cli-calendar-nothing = 共 { $count } 處要改，什麼都沒有錄入。
cli-calendar-unreadable = 讀不出來。請存成 CSV（逗號分隔的文本）。
cli-calendar-empty = 一個日子也沒有。每行寫：2027-10-01,holiday,國慶節。
cli-calendar-columns = 要寫兩欄以上：2027-10-01,holiday,國慶節。
cli-calendar-day = 「{ $day }」不是日期。請寫成 2027-10-01，幾天連著寫成 2027-10-01..2027-10-07。
cli-calendar-span = 「{ $day }」的先後不對，或者太長（最多 31 天）。
cli-calendar-kind = 不認得「{ $word }」。請寫 holiday（放假）或 workday（上班）。
cli-calendar-name = 名稱太長，最多 { $count } 個字。
cli-calendar-no-weekend = { $day } 本來就是週一到週五，不用寫 workday。是不是日期寫錯了？
cli-calendar-twice = { $day } 寫了兩次。
cli-calendar-not-whole = { $year } 年沒有國慶節（10 月 1 日 holiday）。一年的安排要寫全，沒寫的日子會被忘掉。
cli-calendar-year = { $year } 年：放假 { $off } 天，週末上班 { $worked } 天；和現在不同的有 { $changed } 天。
cli-calendar-preview = 只是看看，沒有錄入。去掉 --preview 就錄入。
cli-calendar-done =
    已錄入。{ $moved ->
        [0] 沒有事項的日期因此改變。
       *[other] { $moved } 件事項的日期改了，已告訴居民和工作群。
    }
cli-calendar-same = 和已經錄入的一樣，沒有改變。
cli-calendar-unknown = { $year } 年的放假安排還不知道，現在按週一到週五上班算。國務院公佈以後，請用 linli calendar import 錄入。
cli-calendar-from-file = { $year } 年，錄入的
cli-calendar-from-library = { $year } 年，軟體自帶的；改好後可以錄入
cli-help-unit-set-hours = 設定一個單位的辦公時間，下班和放假時自動告訴居民什麼時候回來；不寫時間就和上級一樣。
cli-help-unit-office-hours = 例如 "1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"，1 是星期一。
cli-unit-hours-set = { $name } 的辦公時間：{ $hours }
cli-unit-hours-above = { $name } 的辦公時間和上級單位一樣。
cli-unit-hours = 看不懂「{ $part }」。請寫成："1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"，1 是星期一。
cli-config-office-hours = { $key } 要寫辦公時間，例如 1-5 9:00-12:00 14:00-17:30（1 是星期一）。
cli-config-branch-weekday = { $key } 要寫星期幾：1 到 7 的數字，1 是星期一。
