cli-help-setup = 第一次安裝：一步一步問，告訴您在 Telegram 裡按什麼；可以隨時停下，再執行接著來。
cli-help-setup-language = 用哪種語言問；不給就先問。
cli-between = { "、" }
cli-setup-hello =
    一共三步：機器人、社區、工作群，大約五分鐘。
    隨時可以按 Ctrl-C 停下；再執行 linli setup，就從停下的地方接著來。

    ━━ 1/3 機器人 ━━
cli-setup-botfather = 用手機掃一掃，開啟 @BotFather（也可以在 Telegram 裡搜尋它）：
cli-setup-botfather-how =
    1. 傳送 /newbot。
    2. 給機器人起個名字，比如「幸福社區」。
    3. 再起一個英文使用者名稱，要以 bot 結尾。
    4. BotFather 會回一行「令牌」，像 123456789:AA…，請複製整行。
    令牌就是鑰匙，不要給別人看。

    請貼上令牌，再按回車。螢幕上不顯示是正常的。
cli-setup-token-shape =
    這不像令牌。請把 BotFather 給的那一行全部複製（數字、冒號、一串字母），
    再貼上一次。
cli-setup-token-refused =
    Telegram 不認這個令牌。請在 BotFather 裡傳送 /token，選您的機器人，
    複製現在的令牌，再貼上一次。
cli-setup-token-old = { $file } 裡的令牌不能用了，需要一個新的。
cli-setup-again =
    { $reason }
    弄好以後按回車再試。
cli-setup-bot = ✓ 機器人「{ $name }」（@{ $bot }）可以用了。
cli-setup-groups-off =
    @{ $bot } 現在不許進群。請開啟 BotFather：
    傳送 /setjoingroups，選 @{ $bot }，再按 Enable。弄好以後按回車。
cli-setup-migrate =
    資料庫要先升級到本程式的版本。現在就升級嗎？
    （裡面有要緊的資料，請先備份。）
cli-setup-migrate-yes = 升級
cli-setup-migrate-no = 先不
cli-setup-community =
    ━━ 2/3 社區 ━━
    社區叫什麼名字？居民會看到它，比如「幸福社區」。
cli-setup-phone = { $name }的值班電話？不用機器人的居民會看到它。沒有就直接按回車。
cli-setup-community-added = ✓ 已新增{ $name }。
cli-setup-units =
    ━━ 2/3 社區 ━━
    已經有了：
cli-setup-which = 哪個單位的工作群？
cli-setup-group =
    ━━ 3/3 工作群 ━━
    { $name } · { $purpose }
cli-setup-for-desk = 接待：居民的事會送到這個群裡，由群裡的人辦。
cli-setup-for-supervision = 監督：居務監督委員會的群。現在還不會送東西來，可以以後再連。
cli-setup-for-finance = 理財：民主理財小組的群。現在還不會送東西來，可以以後再連。
cli-setup-for-team = 服務隊：這支服務隊自己的群。現在還不會送東西來，可以以後再連。
cli-setup-for-operators = 運維：給照看機器人的人。訊息發不出去、群出了問題，在這裡提醒。
cli-setup-group-steps =
    1. 在 Telegram 裡準備一個群，拉進同事；最好開啟群設定裡的「話題」。
    2. 用群主的手機掃下面的碼，選這個群，按「新增為管理員」，權限不要改。
    掃不了也行：把機器人拉進群，設為管理員，在群裡傳送  /bind { $code }
cli-setup-group-waiting = 我在這裡等，群一準備好就接著來 …
cli-setup-rights =
    群「{ $title }」還缺：{ $rights }。
    請在群設定 → 管理員 → 機器人裡開啟。
cli-setup-send-again = 權限齊了。請一位群管理員在群裡傳送：/bind { $code }
cli-setup-line = → { $text }
cli-setup-group-done = ✓ 群「{ $title }」就是{ $name }的工作群：{ $purpose }。
cli-setup-gone = 機器人不在群「{ $title }」裡了，或者不是管理員了（{ $name }）。
cli-setup-gone-new = 換一個群
cli-setup-gone-later = 先不管，我把機器人請回去
cli-setup-others = 還要別的工作群嗎？
cli-setup-others-none = 不用了
cli-setup-posters = 居民掃海報上的碼就能來。下面的連結可以印在海報上：
cli-setup-poster = { $name }：
cli-setup-check = ━━ 檢查 ━━
cli-setup-environment = 這些設定來自環境變數，每次啟動都要有：{ $names }
cli-setup-serving =
    好了！機器人正在工作，居民現在就可以寫了。
    這個窗口開著，它就一直工作；按 Ctrl-C 結束。
cli-setup-served = 好了！機器人已經在工作，居民現在就可以寫了。
cli-setup-end =
    以後啟動機器人：linli run。要它開機自動執行，見 deploy/README.md。
    要加網格、小組：linli unit add --help，或者 linli seed 檔案。
cli-setup-interrupted =
    停下了，做好的都保存著。再執行 linli setup 就接著來。
    發出的綁定碼 7 天內有效：執行 linli run 以後，在群裡傳送也可以。
cli-setup-empty = 請寫點什麼，再按回車。
cli-setup-long = 太長了，最多 { $limit } 個字。
cli-setup-garbled = 有看不懂的字元，請重新寫一遍。
cli-setup-no-phone = 這不像電話號碼。請這樣寫：010-12345678 或 13800000000；沒有就直接按回車。
cli-setup-number = 請寫 1 到 { $count } 的數字；直接按回車就是 { $preferred }。
cli-setup-no-more-answers = 沒有讀到回答。做好的都保存著，再執行 linli setup 就接著來。
cli-setup-bot-ended = 機器人自己停了，原因見 { $log }。改好以後再執行 linli setup。
cli-setup-as-root = { $folder } 不是 root 的資料夾：請用它的主人（使用者號 { $owner }）來執行，見 deploy/README.md。
cli-config-file-written = 寫不了 { $file }：請檢查這個資料夾的寫入權限。
cli-config-file-edit = 改不了 { $file } 裡的 { $key }：請把它改寫成一行 { $key } = "值"。
