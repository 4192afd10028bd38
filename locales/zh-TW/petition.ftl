kind-complaint = 投訴請求
kind-suggestion = 意見建議
kind-service = 求助服務
kind-callback = 給我回電話
kind-proposal = 議案提案
kind-mediation = 請人調解
names-kind-mediation = 調解|請人調解|我要調解|申請調解|調解糾紛
names-kind-proposal = 議案|提案|提議案|提提案
names-kind-callback = 回電話|回電|打電話給我|給我打電話|給我回個電話|讓人給我回電話
names-kind-complaint = 投訴|請求|我要投訴
names-kind-suggestion = 建議|意見|提建議|提意見|我要提建議|我要提意見
names-kind-service = 求助|服務|幫忙|幫助|我要求助|要人幫忙
petition-kind =
    您要辦哪一類事？

    • <b>投訴請求</b>：有問題要解決，比如漏水、噪音、垃圾沒人清
    • <b>意見建議</b>：給社區出主意（可以不留名）
    • <b>求助服務</b>：自己或家人需要幫忙
    • <b>請人調解</b>：和鄰居、家人有糾紛，請社區從中調解

    ⚠️ 急事請先打 110、119 或 120。
    ⚠️ 要舉報工作人員，請<b>不要</b>寫在這裡（工作群裡的人都會看到），請點最下面的「舉報工作人員」。
content-photo = 🖼 照片
content-video = 🎬 影片
content-video_note = 🎬 影片
content-voice = 🎤 語音
content-audio = 🎵 音訊
content-document = 📄 檔案
content-animation = 🎬 動圖
content-sticker = 😀 貼圖
content-files = 📎 附件
petition-words-kept = ✏️ 記下了。請再選一下是哪一類。
petition-text =
    請把事情寫給我：<b>什麼事、什麼時候開始的、希望怎麼辦</b>。

    文字、語音、照片、影片、檔案都可以，一條寫不完可以分幾條發。
petition-text-more =
    ✏️ 已記下：{ $characters } 個字{ $files ->
        [0] { "" }
       *[other] ，{ $files } 個檔案
    }。

    還可以接著發。寫完了請點「寫完了」。
petition-asked = { "\u000A" }❓ { $number } 還等著您補充。在這裡寫的算新的事；要答那一件，請<b>回覆那條訊息</b>，或者寫了以後點「最後一條是答……的」。
button-for-case = 最後一條是答 { $number } 的
button-anew = 重新寫
petition-place =
    在<b>什麼地方</b>？

    請打字，比如「3號樓2單元門口」；也可以點輸入框旁邊的 📎 傳送位置。
button-keep-place = 地點不變，下一步
button-no-place = 去掉地點，下一步
petition-position-gone = 📍 按您寫的記下了，地圖上的位置去掉了。
petition-place-removed = 📍 地點去掉了。
place-too-long = ✏️ 這一段比較長，我加到正文裡了。地點請再用幾個字說一下。
petition-file-added = 📎 檔案收到了。現在請告訴我地點，或者點「下一步」。
petition-name =
    要<b>留名</b>嗎？

    • <b>留名</b>：工作人員看得到您的名字，回覆直接發到這裡。
    • <b>不留名</b>：誰寫的不留任何記錄。會給您一個<b>查詢碼</b>，以後只能憑它看回覆。
petition-name-needed = 這一類事需要聯絡您，所以要留名。
petition-name-needed-now = ⚠️ 這一類事需要聯絡您，所以會帶上您的名字；剛才的查詢碼作廢了。
button-with-name = 留名
button-anonymous = 不留名
preview =
    <b>請看一遍，對不對？</b>

    <b>{ $kind }</b>
    { $text }
preview-longer = （全文 { $count } 個字，會完整送到）
preview-place = 📍 { $place }
preview-position = 🗺 已附上您發的位置
preview-name-open = 👤 還沒選：留名，還是不留名。
preview-named = 👤 留名：{ $name }
button-decide-name = 下一步：選留名還是不留名
preview-anonymous =
    { "\u000A" }🔒 <b>不留名</b>。請先記下查詢碼，丟了誰也找不回來：
    <code>{ $code }</code>
    您剛才發的訊息還在您自己的聊天裡，需要的話請自己刪除。
preview-voice-warning = ⚠️ 聲音和畫面能聽出、看出是誰。要真正匿名，請去掉它們，改用文字寫。
preview-position-warning = ⚠️ 位置如果是您家裡，就能看出是誰。要真正匿名，請去掉位置，改用文字寫。
preview-document-warning = ⚠️ 檔案裡可能有您的名字。要真正匿名，請去掉它，改用文字寫。
preview-large = ⚠️ 有 { $count } 個檔案超過 20 MB，照樣送到，但只存在 Telegram 裡，我們沒有備份。請自己留好一份。
preview-too-large = ⚠️ 有 { $count } 個檔案超過 20 MB，不留名收不了。可以點「去掉」再提交，或者發小一點的，或者改為留名。
preview-files-dropped = 🗑 去掉了 { $count } 個檔案，其他的都在。
edit-kept = ✏️ 按您改的記下了。
edit-words-kept = ✏️ 字按您改的記下了。檔案您去掉過，所以沒有放回來；想要它，請另發一遍。
edit-unknown = 您改了以前的一條訊息，我對不上是哪件事，所以什麼都沒有改。如果是不留名的那件，請先打查詢碼，再把改好的話發一遍；別的事，請直接再發一遍。
edit-coded = 您改了以前的一條訊息。不留名的事，送出去的改不了；請把改好的話在這裡再發一遍，我加進去。
preview-what-wrong = ✏️ 要改哪裡，就點下面哪個按鈕：改內容、改地點、換一類……全都不要了，點「不要了」。
preview-added = ✏️ 加上了。
preview-incomplete = 還差一點：要選類別，也要有內容。
button-go-on = 接著寫
button-confirm = ✅ 確認提交
button-change-text = 補充或重寫內容
button-change-place = 改地點
button-change-kind = 換一類
button-change-name = 改留名方式
button-drop-files = 去掉收不了的檔案（{ $count } 個）
button-drop-telling = 去掉能認出人的檔案（{ $count } 個）
button-discard = 🗑 不要了
petition-begun = 您還有一件沒寫完的：「{ $text }」。一次只能寫一件，怎麼辦？
button-begun-go-on = 接著寫那一件
button-begun-anew = 那一件不要了，寫新的
offer-other = 另寫一件新的
draft-discarded = 🗑 已經刪掉，沒有提交。
draft-continued = ✏️ 這是您上次沒寫完的。
draft-too-long = ⚠️ 這一條太長，沒能加上（前面寫的都在）。請先提交，剩下的提交後再補充。
draft-too-many-files = ⚠️ 一次最多 20 個檔案，多出來的沒有加上：{ $what }。可以提交後再補充。
sent =
    ✅ 收到了，編號 <b>{ $number }</b>。

    馬上發給您一張回執。
sent-anonymous =
    ✅ 收到了，編號 <b>{ $number }</b>，沒有留下您的名字。

    查詢碼：<code>{ $code }</code>
    請記好。想看回覆，就在主選單點「用查詢碼看匿名的建議」。
offer =
    您寫的是：

    「{ $text }」{ $files ->
        [0] { "" }
       *[other] { "\u000A" }{ files-kinds }
    }

    要怎麼辦？
offered-files =
    您發來了：

    { files-kinds }

    要怎麼辦？
offered-several = 您發了 { $count } 條訊息，合在一起是一件事：
offered-part = • 「{ $text }」
offered-earlier = （更早的 { $count } 條也在）
offered-what-now = { "\u000A" }要怎麼辦？前面的不要了，就點「只留最後一條」。
offer-nothing = 現在沒有要處理的內容。有事請直接寫給我。
offer-petition = 當作一件新的事提交
offer-continue = 加到沒寫完的那件事裡
offer-add-asked = ❓ 補充到 { $number }（{ $text }）
offer-add = 補充到 { $number }（{ $text }）
offer-mediated = 🤝 對社區說，關於調解 { $number }
offer-last-leads = 🧭 最後一條：{ $door }
offer-last = 只留最後一條
names-send = 提交|提交吧|我要提交|新的事
offered-only-last = 只留最後這一條嗎？前面發的都會刪掉。
button-last-yes = 🗑 只留這一條
offer-drop = 🗑 不要了
names-done = 寫完了|寫好了|完了|好了|沒了|沒有了|就這些|就這樣|說完了|下一步
names-keep-place = 地點不變|不變|不改|不用改|下一步
names-skip = 不知道|不清楚|不曉得|說不清|跳過|下一步
names-no-place = 不填|沒有|無|不填地點|沒有地點|去掉|去掉地點|不要地點|不寫地點
petition-anew = 真的要重新寫嗎？已寫的 { $characters } 個字和 { $files } 個檔案會刪掉。
button-anew-yes = 刪掉，重新寫
draft-discard = 真的不要了嗎？寫好的內容會全部刪掉，不會提交。
button-discard-yes = 🗑 確定不要了
petition-position-kept = 📍 位置記下了。
names-named = 署名|實名|留|要|要留名|留名字|留姓名|留名吧|實名吧|署名吧|可以留名|可以署名|可以實名|我要|我要留名|我要實名|我要署名|不匿名|不要匿名|別匿名
names-unnamed = 匿名|不署名|不實名|不留|不|不要|不要留名|不留名字|不留姓名|無名|匿名吧|不留名吧|可以匿名|可以不留名|我要匿名|我不留名|不要署名|不要實名|別留名|別署名
names-wrong = 不|不對|不是|不行|不好|不要|不對的|不太對|錯了|有錯|寫錯了|改|改改|改一下|修改|要改|我要改|我想改
names-drop = 去掉|去掉吧|去掉它|去掉它們|去掉檔案|去掉附件|不帶它
names-drop-files = 去掉收不了的檔案|去掉收不了的
names-drop-telling = 去掉能認出人的檔案|去掉能認出人的
names-drop-place = 去掉位置|去掉地點|不要位置|不要地點
