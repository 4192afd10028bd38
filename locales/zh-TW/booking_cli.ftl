cli-help-days = 接待日子：法律諮詢日、領導接待日、活動等。
cli-help-days-import = 從 YAML 檔案錄入接待日子；先全部檢查，有一處不對就什麼也不錄。可以重複執行。
cli-help-days-file = 檔案的樣子見 bot/demo/days.yaml。
cli-help-days-preview = 只看會變成什麼樣，不錄入。
cli-help-days-list = 列出八週之內的日子。
cli-days-file = { $file } 第 { $line } 行（{ $place }）：{ $problem }
cli-days-no-yaml = 不是正確的 YAML：請看這一行的縮排、冒號和引號。
cli-days-unreadable = 檔案讀不出來：請存成 UTF-8 的文本。
cli-days-twice = 同一個單位裡這個 name 用了兩次，請換一個。
cli-days-unknown = 不認得「{ $word }」，請去掉，或對照 bot/demo/days.yaml。
cli-days-unknown-near = 不認得「{ $word }」，是不是想寫「{ $near }」？
cli-days-field-days = 檔案開頭寫 days:，下面用 - 一項一項列出日子。
cli-days-field-name = name 是這個日子的代號，用小寫英文字母、數字和連字元，2 到 41 個，例如 legal-consultation。
cli-days-field-unit = unit 寫單位名稱，要和 linli unit tree 裡的一樣。
cli-days-field-kind = kind 寫 legal_consultation、legal_service、leaders_reception、deputies_reception、lecture、mobile_station、hearing、deliberation、inspection、activity 之一。
cli-days-field-when = when 寫 weekly、monthly、once 三者之一，例如 weekly: tuesday。
cli-days-field-weekly = weekly 寫星期幾：monday 到 sunday，或 1 到 7（1 是星期一）。
cli-days-field-monthly = monthly 寫每月幾號，1 到 31。
cli-days-field-once = once 寫日期，例如 2026-12-05。
cli-days-field-holiday = holiday 寫 skip（停一次）、next_workday（順延）或 keep（照常）。
cli-days-field-place = place 寫地點，1 到 100 個字。
cli-days-field-times = times 列出時段，每段寫 from、to、minutes、places；一天最多 60 個時段。
cli-days-field-from = from 寫開始的時間，例如 "14:00"，要早於 to。
cli-days-field-to = to 寫結束的時間，例如 "17:00"。
cli-days-field-minutes = minutes 寫每個人多少分鐘，5 到 720。
cli-days-field-places = places 寫每個時段接待幾個人，1 到 1000。
cli-days-field-title = title 寫自己的叫法，最多 24 個字；不寫就用這一類的名稱。
cli-days-field-opens-days = opens_days 寫提前幾天開始預約，1 到 56。
cli-days-field-closes-minutes = closes_minutes 寫提前幾分鐘截止預約，0 到 10080。
cli-days-field-limit = limit 寫每人最多約幾個，1 到 20。
cli-days-field-offer-minutes = offer_minutes 寫空位給排隊的人留幾分鐘，10 到 10080。
cli-days-field-walk-ins = walk_ins 寫 true 或 false：接不接待沒有預約的人。
cli-days-field-specialists = specialists 列出每次都來的人，例如 [馮律師]，最多 10 個。
cli-days-field-rota = rota 按順序列出輪流接待的人，最多 50 個。
cli-days-field-active = active 寫 true 或 false：false 就不再排新的日子。
cli-days-line =
    { $name }（{ $unit }，{ $title }）：{ $change }；每次 { $places } 個位子；新排 { $days }{ $more ->
        [0] { "" }
       *[other] { " " }等，另有 { $more } 天
    }
cli-days-new = 新的
cli-days-changed = 改了（已排好的日子不變）
cli-days-same = 沒變
cli-days-preview = 以上 { $count } 項沒有錄入，只是看看。去掉 --preview 就錄入。
cli-days-done = 已錄入 { $count } 項。
cli-days-row = { $day } { $title }（{ $unit }）{ $state } { $taken }/{ $capacity }
cli-days-none = 八週之內沒有日子。用 linli days import 檔案 錄入。
