menu-who = 查電話：派出所、婦聯、律師等
who =
    📒 <b>便民名錄</b>
    點一個看電話和時間，也可以打字查，比如「派出所電話」。
who-found = 📒 <b>您找的是不是：</b>
who-empty = 便民名錄還沒有內容。要找人，請看 /help 裡的電話。
who-gone = 這一條已經撤下了。
who-row = { $name }
button-who-all = 看全部名錄
office = { $kind } <b>{ $name }</b>
office-kind-women = 👩 婦女兒童
office-kind-consumer = 🛒 消費維權
office-kind-police = 👮 警務
office-kind-lawyer = ⚖️ 法律服務
office-kind-mediation = 🤝 調解
office-kind-health = 🏥 衛生健康
office-kind-partner = 🏢 包保單位
office-kind-other = 📍 其他
office-does = 辦什麼：{ $text }
office-hours = 時間：{ $text }
office-phone = ☎️ { $text }
office-place = 地址：{ $text }
office-goal = <b>目標</b>：{ $text }
office-plan = <b>計劃</b>：{ $text }
office-measures = <b>內容</b>：{ $text }
office-results = <b>成果</b>：{ $text }
office-words = <i>這些字也能查到：{ $text }</i>
names-office-kind = 類別|種類|kind
names-office-does = 辦什麼|職責|業務|does
names-office-hours = 時間|辦公時間|hours
names-office-phone = 電話|座機|phone
names-office-place = 地址|地點|place
names-office-words = 關鍵詞|查詢詞|words
names-office-goal = 目標|goal
names-office-plan = 計劃|plan
names-office-measures = 內容|措施|measures
names-office-results = 成果|results
staff-who =
    📒 <b>便民名錄</b>：點一個看，可以釋出或撤下。改或加一個，這樣寫：
    <code>/who 社區警務室
    電話：010-55500110
    時間：週一到週五 8:30–17:30
    辦什麼：報案、開證明
    關鍵詞：派出所 民警</code>
    包保單位還可以寫 目標、計劃、內容、成果。
staff-who-none =
    名錄裡沒有「{ $text }」。加一個，這樣寫：
    <code>/who 名稱
    電話：座機號碼
    時間：
    辦什麼：
    關鍵詞：</code>
staff-who-row =
    { $draft ->
        [yes] ✏️ { $name }（沒釋出）
       *[no] { $name }
    }
office-look = 👀 <b>居民會看到這樣</b>，看好了再發布：
office-published = 📢 <b>居民現在看到的：</b>
office-dropped = 這一條不要了。
button-office-publish = 釋出
button-office-drop = 不要了
button-office-withdraw = 撤下
command-private-who = 查電話：派出所、婦聯、律師等
command-group-who = 便民名錄：查、改、釋出
error-office-elsewhere = 便民名錄在受理群裡改。
error-office-name = 請寫名稱，比如：/who 社區警務室
error-office-phone = 電話沒看懂。請寫能撥的號碼，比如 010-55500110。
error-office-mobile = 手機號是個人的，不能公佈。請寫辦公室的座機。
error-office-long = 太長了，這一項最多 { $count } 個字。
error-office-kind = 沒有這個類別。請寫：婦女兒童、消費維權、警務、法律服務、調解、衛生健康、包保單位、其他。
error-office-unknown = 沒有找到這一條，可能已經撤下，或者是別的單位的。
error-office-changed = 同事剛改過，請再點開看看。
