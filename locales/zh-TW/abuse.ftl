posts-enough = 這是轉發的訊息或連結，您剛才已經發過不少，這一條沒有留下。要反映它，請先點「反映一件事」，再轉發進來。
error-pace-petitions = 一天最多提交 { $count } 件。這一件沒有提交，寫好的內容還在，明天再提交就行；急事請打電話。
error-pace-words = 您剛才補充得很多，都收到了。這一條還沒有送出，替您留著：請過 { $minutes } 分鐘再補充。急事請打電話。
error-pace-files = 您剛才發的檔案很多，都收到了。這一條還沒有送出，替您留著：請過 { $minutes } 分鐘再補充，或者帶到窗口。
error-pace-stickers = 貼圖和動圖太多，工作人員會漏看您的話。這一條沒有送出；請寫幾個字，或者發照片。
error-writing-paused = 這條沒有送出：您暫時不能寫，{ $year } 年 { $month } 月 { $day } 日起又可以寫了。這期間可以看自己的事、參加投票；急事請打電話或到窗口。
error-block-anonymous = { $number } 沒有留名，我們不知道是誰寫的，所以不能停。可以不回覆，或者辦結它。
error-block-over = 已經可以寫了，不用再解除。
block-why = 要讓 { $number } 的居民暫時不能寫嗎？請選原因。反覆來反映同一件事，不是原因。
block-how-long = { $number }：停多久？到時候自己恢復。
block-done = 🔕 { $number } 的居民在 { $day }以前不能再寫（{ $reason }）。已經告訴本人，到時候自己恢復；/blocked 可以提前解除。
block-cancelled = 好的，{ $number } 的居民照樣可以寫。
block-lifted = 已恢復，本人會收到通知。
block-reason-flood = 刷屏
block-reason-insult = 辱罵、威脅
block-reason-advertising = 廣告、詐騙
block-reason-false = 故意造假
button-block = 🔕 暫停此人發言
button-block-1 = 1 天
button-block-7 = 7 天
button-block-30 = 30 天
button-block-cancel = 不停了
button-unblock = 恢復 { $name }
blocked = <b>暫時不能寫的居民 { $count } 位</b>
blocked-nobody = 現在沒有被暫停的居民。
blocked-row = 🔕 { $name } · { $number } · { $reason } · { $day }起恢復 · { $by }
blocked-notice = 🔕 { $unit }請您先停一停：原因是「{ $reason }」，{ $day }起您又可以寫了。這期間您照樣可以看自己的事、撤回、參加投票；有急事請到窗口（{ $office }）或打電話（{ $phone }）。
unblocked-notice = 您又可以給{ $unit }寫了，謝謝您的等待。
staff-blocked = 🔕 { $name } 讓這件事的居民在 { $day }以前不能再寫（{ $reason }）。
file-dangerous = 🚫 「{ $name }」是程式或網頁檔案，可能有害，所以沒有收，寫在它下面的字也沒有收。請發照片、截圖或 PDF，再把話寫一遍。
file-risky = ⚠️ 「{ $name }」是壓縮包或帶宏的檔案，裡面可能有害：不認識的不要開啟，先請居民發照片或 PDF。
draft-file-not-taken = 😀 這個沒有加上：{ $what }。{ $taken }
preview-not-taken = ⚠️ 交不上去：{ $what }。{ $taken } 請點「去掉」，再提交。
error-file-not-taken = 有的檔案這一類事收不了，還沒有交上去。請先去掉它再提交，別的都在。
files-taken-by-complaint = 投訴請求可以附照片、影片、語音、音訊、檔案；貼圖不行。
files-taken-by-suggestion = 意見建議可以附照片、影片、語音、音訊、檔案；貼圖和圓形影片不行。
files-taken-by-callback = 請人回電話可以附照片、影片、語音、音訊、檔案；貼圖不行。
files-taken-by-mediation = 請人調解可以附照片、影片、語音、音訊、檔案；貼圖不行。
files-taken-by-proposal = 議案提案可以附照片、影片、語音、音訊、檔案；貼圖不行。
files-taken-by-service = 服務求助可以附照片、影片、語音、音訊、檔案；貼圖不行。
post-asked =
    這是轉發的訊息或連結：
    「{ $text }」

    您要反映它嗎？
button-post-report = 要反映
button-post-no = 不是，不用留
post-dropped = 好的，沒有留下。
