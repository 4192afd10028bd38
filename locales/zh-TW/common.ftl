format-day =
    { $month }月{ $day }日（{ $weekday ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }）
format-day-of-year = { $year }年{ format-day }
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
language-en = English
language-changed = ✅ 好的，以後就用這種語言。
button-agree = 同意
button-refuse = 不同意，我想打電話或到窗口
button-agree-after-all = 改主意了，再看說明並同意
button-change-language = 換語言 / Language
button-back = 返回上一步
button-menu = 主選單
button-later = 先存著，回主選單
button-done = 寫完了，下一步
button-skip = 不填，下一步
choice-gone = 這個按鈕現在用不了了，請看最新的訊息。
choice-unknown = 沒看懂。請點下面的按鈕，或者打它的數字。
choice-unknown-here = 沒看懂。請點下面的按鈕，或者打按鈕上的字。
window-gone = 這一頁過期了，請看下面新的訊息。
window-gone-new = 剛才那一頁過期了，請從這裡繼續。
message-unreadable = 這種訊息我還收不了。請發文字、語音、照片、影片、檔案或位置。
file-lost = ⚠️ 這裡有一個檔案已經取不到了。需要的話，請對方再發一次。
files-kinds =
    📎{ $photo ->
        [0] { "" }
       *[other] { " " }照片 { $photo } 張
    }{ $video ->
        [0] { "" }
       *[other] { " " }影片 { $video } 個
    }{ $voice ->
        [0] { "" }
       *[other] { " " }語音 { $voice } 段
    }{ $audio ->
        [0] { "" }
       *[other] { " " }音訊 { $audio } 個
    }{ $document ->
        [0] { "" }
       *[other] { " " }檔案 { $document } 個
    }{ $sticker ->
        [0] { "" }
       *[other] { " " }貼圖 { $sticker } 個
    }
file-large = ⚠️ 這個檔案超過 20 MB，只存在 Telegram 裡，我們沒有備份。請自己留好一份。
message-hurry = 🙂 您發得很快，我一條一條記，請稍等。有放不下的，我會告訴您。
poster-unknown = 這個海報連結現在不能用了，請照下面的做。
message-empty = 這條訊息裡沒有內容，請寫幾個字再發。
command-unknown = 沒有這個命令。請點下面的按鈕，或者直接把事情寫給我。
incident = 對不起，這條訊息沒能處理好。您的話已經留存，編號 { $incident }，可以把編號告訴工作人員。匿名的事請不要告訴，過一天再寫一次就行。
names-yes = 同意|好|好的|好吧|可以|行|是|是的|嗯|同意了|我同意
names-agree-after-all = 同意|我同意|同意了|好|好的|可以|返回|上一步|回去|後退
names-confirm = 對|對的|沒錯|確認|確定|提交|好|好的|是|是的|可以
names-back = 返回|上一步|回去|後退
names-menu = 主選單|選單|取消|退出|不寫了
names-leave = 離開|我要離開|離開這裡|退出
names-no = 不|不好|我不同意|不行|不要|不用|算了|不同意
names-really = 是|是的|對|對的|要|要的|真的|真的要|確認|確定|好|好的|行|可以|嗯
names-thanks = 非常感謝|感謝|多謝|謝謝|謝了|謝啦|辛苦了|辛苦|麻煩了|收到|好的|好嘞|太好了|真好|已經|修好了|解決了|好了|可以了|滿意|知道了|明白了|您|你|們|大家|師傅|社區|啊|呀|哦|嗯|啦|了|很|真是|太|都|🙏
names-rather-not = 不|不是|不要|不用|不行|不好|先不|算了|取消|等等|再想想|留著|{ names-no-withdraw }
names-no-withdraw = 不撤|不撤了|別撤|別撤了|不撤回|不撤回了|別撤回|別撤回了|我不撤|我不撤了|我不撤回|我不撤回了|不要撤|不要撤回|不用撤|不用撤回|不想撤|不想撤了|不想撤回|我不想撤回|先不撤|先不撤了|先不撤回|還是不撤了
names-withdraw = 撤回|撤回吧|撤|撤吧|撤了吧|要撤回|我要撤回
names-anew = 重新寫|重寫|刪掉|刪除|刪
names-discard = 不要了|真的不要了|是|是的|對|對的|確認|確定|好|好的|行|可以|嗯|刪|刪掉|刪除|扔掉
names-keep = 不|不是|不行|不用|不要|算了|取消|要|要的|還要|留著|保留|別刪|不刪|等等|再想想
