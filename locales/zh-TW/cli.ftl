cli-help = 鄰里：居委會開在 Telegram 上的門。
cli-help-demo = 在本機試用：不用令牌，不用 Telegram，可以扮演裡面的人。
cli-help-demo-port = 網頁的埠；被佔用時換一個空閒的。
cli-help-demo-keep = 把試用的資料庫和日誌留在 var/demo。
cli-help-demo-browser = 用瀏覽器開啟網頁。
cli-help-run = 執行機器人：收訊息、發訊息、到期的事，都在同一個程序。
cli-help-serve = 只收訊息；另外還要執行 `linli deliver` 和 `linli schedule`。
cli-help-deliver = 只發送等待發出的訊息。
cli-help-schedule = 只管到期的事，例如提醒工作群。
cli-help-migrate = 把資料庫升級到本程式的版本。
cli-help-check = 檢查設定、資料庫、令牌和每個工作群裡的權限。
cli-help-seed = 把寫好的社區資料錄入資料庫；可以重複執行。
cli-help-seed-file = 寫有單位、群和花名冊的 JSON；不給就用虛構的例子（須 LINLI_DEMO=1）。
cli-help-seed-chats = 列出各群的 JSON：id、slug、title、is_forum。
cli-help-route = 看一段話會被送到哪扇門。`linli route eval FILE` 對照標準答案算分。
cli-help-route-texts = 要看的話，每個引數是一段；或者 eval 和一個檔案（列：text、intent，可有 slots、note）。
cli-help-route-tsv = 逐行處理一個以製表符分隔的檔案（列：id、text）。
cli-help-route-today = 把這一天當作今天來算日期。
cli-help-unit = 街道、社區、小組。
cli-help-unit-tree = 顯示各級單位和它們的工作群。
cli-help-unit-add = 在上級單位下面新增一個單位。
cli-help-unit-bind = 生成綁定碼，讓一個 Telegram 群成為該單位的工作群。
cli-help-unit-name = 單位名稱。
cli-help-unit-level = 級別。
cli-help-unit-parent = 上級單位的名稱：社區的上級是街道，小組的上級是社區。
cli-help-unit-office = 居民可以去的地址。
cli-help-unit-phone = 居民可以打的電話。
cli-help-unit-hours = 辦公時間。
cli-help-unit-purpose = 這個群的用途。
cli-help-unit-team = 用途是服務隊（team）時，寫是哪一隊。
cli-help-unit-replace = 用新群代替現在的工作群：沒辦結的事項會轉過去，原來的群會收到通知。
cli-help-inbox = 收到而沒能處理的訊息。
cli-help-inbox-list = 列出沒能處理的訊息，用告訴居民的事件編號。
cli-help-inbox-retry = 重新處理沒能處理的訊息。
cli-help-inbox-incidents = 告訴居民的事件編號。
cli-help-outbox = 等待發出的訊息。
cli-help-outbox-list = 統計等待發出的訊息，列出發不出去的。
cli-help-outbox-revive = 重新發送發不出去的訊息。
cli-help-outbox-rows = `linli outbox list` 裡的編號。
cli-help-clock = 試用時的日曆。
cli-help-clock-shift = 把試用的時間往後（負數往前）移；到期的事隨後就來。須 LINLI_DEMO=1。
cli-help-clock-seconds = 移多少秒；0 只顯示現在的時間。
cli-level-street = 街道
cli-level-community = 社區
cli-level-group = 小組
cli-purpose-desk = 接待
cli-purpose-supervision = 監督
cli-purpose-finance = 理財
cli-purpose-team = 服務隊
cli-purpose-operators = 運維
cli-config-unknown = 沒有 { $key } 這個設定：請刪掉，或者改正名稱。
cli-config-unknown-near = 沒有 { $key } 這個設定：是不是 { $near }？
cli-config-file = 讀不了 { $file }：請檢查讀取權限，並存為 UTF-8。
cli-config-file-line = { $file } 第 { $line } 行寫錯了：請寫成 名稱 = "值"。
cli-config-bot-token = { $key } 不像令牌：請把 @BotFather 給的那一行完整抄來，形如 123456789:AA…。
cli-config-bot-token-missing = 沒有設定 { $key }：請向 @BotFather 申請令牌；不用令牌可以先試 `linli demo`。
cli-config-bot-token-refused = Telegram 不認 { $key }：請向 @BotFather 要現在的令牌（/token）。
cli-config-api-url = { $key } 不是網址：請寫 https://主機；用 Telegram 官方的就不用寫。
cli-config-api-url-wrong = { $url } 上沒有 Bot API：請改正 { $key }（用 Telegram 官方的就不用寫），並核對令牌。
cli-config-database-url = { $key } 不是能用的資料庫：請寫 sqlite+aiosqlite:///./var/linli.db 或 postgresql+asyncpg://使用者@主機/庫名。
cli-config-redis-url = { $key } 不是 Redis 地址：請寫 redis://主機:6379/0，或者不寫。
cli-config-webhook-url = { $key } 不是網址：請寫 https://您的主機/路徑；用長輪詢就不用寫。
cli-config-webhook-secret = { $key } 要和 LINLI_WEBHOOK_URL 一起設定：請寫 1 到 256 個字母、數字、_ 或 -。
cli-config-http-host = { $key } 要寫監聽的地址，例如 127.0.0.1。
cli-config-http-port = { $key } 要寫埠：0 到 65535 的數字。
cli-config-timezone = { $key } 不是時區：請寫 Asia/Shanghai 這樣的名稱。
cli-config-log-format = { $key } 只能寫 text 或 json。
cli-config-data-dir = { $key } 要寫資料夾，例如 ./var。
cli-config-secret-key = { $key } 太短：請寫至少 16 個隨機字元；不寫就自動生成。
cli-config-demo = { $key } 只能寫 1 或 0。
cli-config-backlog-minutes = { $key } 要寫分鐘數，大於 0，不超過 1440。
cli-config-trace-file = { $key } 只供測試，請不要寫。
cli-config-pledge-claim-workdays = { $key } 要寫工作日數：1 到 60。
cli-config-pledge-answer-workdays = { $key } 要寫工作日數：1 到 60。
cli-config-digest-weekday = { $key } 要寫星期幾：1（星期一）到 7（星期天）。
cli-config-digest-hour = { $key } 要寫幾點鐘：0 到 23 的數字。
cli-config-discipline-name = 沒有兩位監督委員能看的舉報交到哪裡：紀檢監察機關的名稱
cli-config-discipline-address = 它的地址
cli-config-discipline-phone = 它的電話
cli-config-remind-hour = { $key } 要寫幾點鐘：0 到 23 的數字。
cli-config-remind-days = { $key } 要寫提前幾天，例如 3,1（每個數 1 到 60）。
cli-error-other = 沒有成功（{ $code }）。執行 `linli check` 看看哪裡不對。
cli-error-route-what = 請寫上要看的話，或者 --tsv FILE，或者 eval FILE，三選一。
cli-error-route-file = 讀不了 { $file }：請檢查檔案在不在，是不是 UTF-8 文本。
cli-error-route-columns = { $file } 的第一行要寫明這些列，用製表符隔開：{ $columns }。
cli-error-route-line = 第 { $line } 行缺了列：每行要有 { $columns }，用製表符隔開。
cli-error-route-intent = 第 { $line } 行的 { $intent } 不是本程式認得的意圖：請對照 docs/routing.md 裡的名稱。
cli-error-route-slots = 第 { $line } 行的 slots 不是 JSON 物件：沒有就寫 { "{}" }。
cli-error-route-day = { $day } 不是日期：請寫成 2026-11-23 這樣。
cli-route-text = { $text }
cli-route-line = { "  " }{ $decision }  { $intent }  { $score }
cli-route-others = { "  " }也可能：{ $intents }
cli-route-category = { "  " }類別：{ $category }  { $score }
cli-route-team = { "  " }隊伍：{ $team }
cli-route-slots = { "  " }內容：{ $slots }
cli-route-call = { "  " }要人回電話
cli-route-words = { "  " }依據：{ $words }
cli-route-count = { $count } 段話
cli-route-columns = { " " }數量  準確   召回   F1
cli-error-database-unreachable = 打不開資料庫（{ $reason }）：請檢查 LINLI_DATABASE_URL，並確認資料庫在執行。
cli-error-schema-behind = 資料庫還不是本程式的版本：請先執行 `linli migrate`。
cli-error-secret-key-file = 金鑰檔案 { $file } 讀不了也建不了：請檢查它的屬主和 LINLI_DATA_DIR；不要刪除它，否則存下的電話號碼就找不回來了。
cli-error-unit-name-taken = 已經有 { $name } 了：請換一個名稱。
cli-error-unit-unknown = 沒有這個單位：執行 `linli unit tree` 可以看到全部。
cli-error-unit-level = 這一級不能放在那裡：社區在街道下面或單獨設立，小組在社區下面。
cli-error-seed-file = { $file } 不能用（在 { $place }）：請對照文件裡的例子。
cli-error-seed-demo-only = 虛構的例子只能用來試用：請設定 LINLI_DEMO=1，或者給出您自己的檔案。
cli-error-clock-demo-only = 只有試用時才能移動時間：請設定 LINLI_DEMO=1。真的社區用機器自己的時間。
cli-error-clock-too-far = 最多能移到離現在 { $days } 天的地方；時間沒有動。
cli-clock-now = 試用的時間現在是 { $now }。
cli-migrate-nothing = 資料庫已經是最新的（{ $revision }）。
cli-migrate-done = 資料庫已從 { $before } 升級到 { $revision }。
cli-seed-done = 新錄入：單位 { $units } 個，工作群 { $chats } 個，人員 { $people } 名。
cli-unit-none = 還沒有單位：請執行 `linli unit add 名稱 --level community`。
cli-unit-line = { $name }（{ $level }）· 海報連結：?start=u_{ $invite }
cli-unit-chat = · { $title }：{ $purposes }
cli-unit-added = 已新增 { $name }。海報連結：?start=u_{ $invite }。下一步：`linli unit bind { $name }`。
cli-unit-bind =
    { $name }（{ $purpose }）的綁定碼：{ $code }
    先把機器人設為群管理員，再在群裡傳送：/bind { $code }
    7 天內有效，只能用一次。
cli-inbox-parked = { $incident } 沒能處理，內容還留著。
cli-inbox-hint = 原因排除以後：`linli inbox retry 編號`。
cli-inbox-none = 沒有處理不了的訊息。
cli-inbox-retried = { $incident } 會馬上重新處理；機器人沒在執行的話，下次啟動時處理。
cli-inbox-unknown = 沒有編號 { $incident }：執行 `linli inbox list` 可以看到全部。
cli-outbox-depth = 發件箱：{ $counts }
cli-outbox-empty = 發件箱：沒有訊息。
cli-outbox-pending = 等著發 { $count } 條
cli-outbox-paused = 暫停 { $count } 條
cli-outbox-sent = 已發出 { $count } 條
cli-outbox-superseded = 不用再發 { $count } 條
cli-outbox-dead = 發不出去 { $count } 條
cli-outbox-unreachable = 對方收不到 { $count } 條
cli-outbox-oldest = 最早的等了 { $minutes } 分鐘。
cli-outbox-dead-row = #{ $id } 發往 { $chat }，試了 { $attempts } 次：{ $error }
cli-outbox-hint = 原因排除以後：`linli outbox revive 編號`。
cli-outbox-revived = #{ $id } 會重新發送。
cli-outbox-not-dead = 發不出去的訊息裡沒有 #{ $id }：執行 `linli outbox list` 可以看到全部。
cli-outbox-which = 請寫明編號：`linli outbox list` 裡有。
cli-check-settings = 設定
cli-check-file = 已讀取
cli-check-file-none = 沒有；只用環境變數
cli-check-file-open = { $file } 裡有密碼，別人也能讀：請執行 chmod 600 { $file }
cli-check-folder = 資料資料夾
cli-check-folder-closed = 不能寫入：請改它的屬主，或者改 LINLI_DATA_DIR。
cli-check-key-open = 別人也能讀 secret.key：請把它 chmod 600。
cli-check-database = 資料庫
cli-check-database-has = 單位 { $units } 個，工作群 { $chats } 個
cli-check-no-chats = 還沒有綁定工作群：請執行 `linli unit bind 名稱`，再到群裡傳送綁定碼。
cli-check-redis = Redis
cli-check-redis-away = 連不上：請檢查 LINLI_REDIS_URL，看 Redis 或 Valkey 有沒有啟動。
cli-check-token = 令牌
cli-check-token-refused = Telegram 不認這個令牌：請向 @BotFather 要現在的令牌（/token）。
cli-check-no-answer = { $url } 沒有回應：請檢查網路、代理或 LINLI_API_URL。
cli-check-odd-answer = Telegram 回答 { $error }：請過一分鐘再檢查。
cli-check-chat-gone = 機器人不在這個群裡：請重新拉進去，或者綁定別的群。
cli-check-rights = 請在群設定裡給機器人這些權限：{ $rights }。
cli-check-wrong = 有 { $count } 件事要處理。
cli-check-well = 一切正常。
cli-right-administrator = 管理員
cli-right-can-manage-topics = 管理話題
cli-right-can-delete-messages = 刪除訊息
cli-right-can-pin-messages = 置頂訊息
cli-demo-starting = 正在啟動試用 …
cli-demo-port-taken = 埠 { $port } 被佔用，換一個空閒的。
cli-demo-ready =
    好了。請開啟  { $url }

    五扇門，一扇一扇試：
    1. 訴求：扮演王秀英，傳送 /start，同意說明，寫「樓道燈壞了」。再扮演劉敏，開啟「幸福社區·接待臺」，接手，在話題裡寫答覆。
    2. 預約：還是王秀英，寫「下週二想找律師問遺產」。
    3. 投票：扮演趙組長，傳送 /start，再發 /vote。
    4. 三務公開：寫「上個月電梯維修花了多少」，或者發 /news。
    5. 每週訊息：發 /subscribe 訂上，按左上角的「+1 周」，看看收到什麼；沒辦完的事，工作群也會收到超期提醒。
    Emma Smith 說英語，陳美玲看繁體字。

    按 Ctrl-C 結束。
cli-demo-stopping = 正在停止 …
cli-demo-kept = 資料庫和日誌在：{ $folder }
cli-demo-child-ended = 試用的程序「{ $name }」自己停了（退出碼 { $exit }），原因見日誌：{ $log }
cli-demo-not-ready = 試用的程序「{ $name }」沒有按時就緒，原因見日誌：{ $log }
cli-config-undo-seconds = { $key } 要寫工作人員的話發出前等幾秒：0–300，0 是馬上發。
cli-config-case-per-minute = { $key } 要寫同一件事每分鐘逐條轉給工作群的訊息數，1 到 10000。
cli-config-group-per-minute = { $key } 要寫每分鐘發到一個群的訊息數，大於 0（Telegram 最多 20）。
cli-config-per-second = { $key } 要寫每秒一共呼叫 Telegram 幾次：大於 0，最多 30。
cli-config-person-per-second = { $key } 要寫每秒發給一個人的訊息數，大於 0（Telegram 大約 1 條）。
cli-config-http-busy = 埠 { $port } 用不了：請換一個 { $key }，或者停掉佔著它的程式。
cli-config-webhook-refused = Telegram 不接受 { $key }：{ $error }。請寫一個從外面能開啟的 https 網址。
cli-error-unit-name-empty = 單位要有名稱，比如 linli unit add 幸福社區 --level community。
cli-config-reopen-days = { $key } 要寫天數：1 到 3650。
cli-config-district-name = { $key } 要寫複查機關的名稱。
cli-config-district-address = { $key } 要寫複查機關的地址。
cli-config-district-phone = { $key } 要寫複查機關的電話。
cli-config-city-name = { $key } 要寫複核機關的名稱。
cli-config-city-address = { $key } 要寫複核機關的地址。
cli-config-city-phone = { $key } 要寫複核機關的電話。
cli-error-bind-team-which = 服務隊的群要寫 --purpose team --team 哪一隊：{ $teams }。別的用途不寫 --team。
