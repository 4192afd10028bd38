button-more = ⋯ 更多
button-sure = 是的，確定
button-menu-back = ← 返回
case-menu = <b>{ $number }</b> 還可以：
case-menu-empty = <b>{ $number }</b> 現在沒有別的可辦。
button-hand-back = ↩️ 退回待辦
prompt-hand-back = ↩️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼退回（{ $number }），只有同事看得到。按錯了，回覆「取消」。
staff-handed-back = ↩️ { $name } 把 { $number } 退回了待辦，請同事點「我來辦」。受理和期限不變。
notice-handed-back = 🔁 { $number }：原來的工作人員不再負責，馬上會有同事接著辦。受理和期限都不變，您不用做什麼。
event-hand_back = { $at } 退回待辦，等別的同事接手
button-recuse = 🙅 我要迴避
recuse-sure = 您和 <b>{ $number }</b> 有利害關係，要迴避嗎？迴避以後您不能再接手、再辦這件事，也不能改回來。
recuse-done = 🙅 { $name } 已迴避 <b>{ $number }</b>。
staff-recused = 🙅 { $name } 迴避 { $number }，以後由別的同事辦。
error-you-recused = { $number } 您已經迴避，不能再辦。請交給同事。
error-not-in-your-hands = { $number } 不在您手上，不用退回。要接手，請點卡片上的「我來辦」。
error-reason-empty = 請寫幾句原因，再發一次。光有圖片看不出為什麼。
error-command-which = 要對哪一件事用 /{ $command }？請在它的話題裡發，或者回覆它的卡片，也可以寫上編號：/{ $command } 123 …
error-command-number = 本群沒有這個編號的事項。請對一對編號，或者回覆它的卡片發 /{ $command }。
stage-transferred = 已轉辦
stage-escalated = 已上交
stage-not_accepted = 不予受理
stage-reopened = 重新辦理
stage-under_review = 上級複議中
stage-review = 複查中
stage-reviewed = 已複查
stage-rereview = 複核中
stage-final = 已終結
mark-transferred = ➡️
mark-escalated = ⬆️
mark-not_accepted = 🚫
mark-reopened = 🔁
mark-under_review = 🔎
mark-review = ⚖️
mark-reviewed = ⚖️
mark-rereview = ⚖️
mark-final = ⏹
event-transfer = { $at } 轉給{ $unit }辦理：{ $reason }
event-object = { $at } 不歸{ $from }管，退給{ $unit }辦理：{ $reason }
event-escalate = { $at } 上交{ $unit }辦理：{ $reason }
event-go_to_street = { $at } 您直接交到了{ $unit }
event-not_accept = { $at } 不予受理：{ $reason }
event-same_matter = { $at } 同一件事已在辦，沒有另外受理：{ $reason }
event-reopen = { $at } 重新辦理
event-reconsider = { $at } 您對答覆不滿意，請{ $unit }複議
event-ask_review = { $at } 您申請複查
event-review_done = { $at } 複查意見：{ $reason }
event-review_redo = { $at } 複查要求重新辦理：{ $reason }
event-ask_rereview = { $at } 您申請複核
event-rereview_done = { $at } 複核意見，到此終結：{ $reason }
error-case-stage-transferred = { $number } 轉來後還沒有人接手，請先點「我來辦」。
error-case-stage-escalated = { $number } 上交後還沒有人接手，請先點「我來辦」。
error-case-stage-not_accepted = { $number } 沒有受理，現在不能這樣做。要重新辦理，請點「更多」裡的「重新辦理」。
error-case-stage-reopened = { $number } 重新辦理後還沒有人接手，請先點「我來辦」。
error-case-stage-under_review = { $number } 在等人接手複議，請先點「我來辦」。
error-case-stage-review = { $number } 正在複查，等複查意見。收到意見請點「更多」記下來。
error-case-stage-reviewed = { $number } 已經複查完了，不能再改。不服可以在三十日內申請複核。
error-case-stage-rereview = { $number } 正在複核，等複核意見。收到意見請點「更多」記下來。
error-case-stage-final = { $number } 已經複核終結，不能再改。有新的事情請另寫一件。
card-due-review = ⏳ 外單位 { $day }前應出意見
card-gone = <i>↪️ 這件事現在由<b>{ $unit }</b>辦理，在這裡寫的話不會發給居民。</i>
case-promise-claim-again = ⏳ 承諾 { $claim }前有人接手
button-unit = { $unit }
button-transfer = ➡️ 轉辦
transfer-whither = <b>{ $number }</b> 要轉給哪個單位？
transfer-nowhere = <b>{ $number }</b> 沒有別的單位可轉。
prompt-transfer = ➡️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼轉給<b>{ $chosen }</b>（{ $number }），居民也會看到。按錯了，回覆「取消」。
button-escalate = ⬆️ 上交一級
prompt-escalate = ⬆️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼上交（{ $number }），居民也會看到。按錯了，回覆「取消」。
button-object = ↪️ 不歸我們管
prompt-object = ↪️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼不歸本單位管（{ $number }），居民也會看到；事情會退回原來的單位。按錯了，回覆「取消」。
button-not-accept = 🚫 不予受理
prompt-not-accept = 🚫 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫兩樣：為什麼不受理，居民該去哪裡（單位、地址、電話）（{ $number }）。會原樣告訴居民。按錯了，回覆「取消」。
button-same = 🔂 同一件事在辦
prompt-same = 🔂 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>，先寫正在辦的那件的編號，再寫一句說明（{ $number }）。按錯了，回覆「取消」。
button-reopen = 🔁 重新辦理
prompt-reopen = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼重新辦理（{ $number }），居民也會看到。按錯了，回覆「取消」。
button-review-done = ⚖️ 記複查意見
prompt-review-done = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫複查意見（{ $number }），會原樣告訴居民。按錯了，回覆「取消」。
button-review-redo = ⚖️ 複查要求重辦
prompt-review-redo = ⚖️ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫複查意見怎麼要求重辦（{ $number }），會原樣告訴居民。按錯了，回覆「取消」。
button-rereview-done = ⏹ 記複核意見
prompt-rereview-done = ⏹ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫複核意見（{ $number }），會原樣告訴居民，這件事就此終結。按錯了，回覆「取消」。
staff-sent-on = ✅ { $number } 已交給{ $unit }，說過的話都帶過去了。這裡不用再辦。
staff-arrived-transfer = ➡️ { $number } 由{ $unit }的 { $name } 轉來，請點「我來辦」。不歸本單位管的，五個工作日內點「更多」→「不歸我們管」。
staff-arrived-escalate = ⬆️ { $number } 由{ $unit }的 { $name } 上交來，請點「我來辦」。不歸本單位管的，五個工作日內點「更多」→「不歸我們管」。
staff-arrived-object = ↪️ { $number } 被{ $unit }的 { $name } 退回來了，原因見備註，請點「我來辦」。
staff-not-accept = 🚫 { $number } 不予受理，已告訴居民原因和該去哪裡。
staff-same-matter = 🔂 { $number } 沒有另外受理，已請居民看正在辦的那件。
staff-reopen = 🔁 { $number } 重新辦理，請點「我來辦」。
staff-review-done = ⚖️ { $number } 複查意見已記下，已告訴居民。
staff-review-redo = ⚖️ { $number } 按複查意見重新辦理，請點「我來辦」。
staff-rereview-done = ⏹ { $number } 複核意見已記下，已終結。
notice-transfer =
    ➡️ { $number } 轉給<b>{ $unit }</b>辦理，{ $claim }前會有人接手。原因：
    <blockquote>{ $reason }</blockquote>
    說過的話都轉過去了，您不用再說一遍。
notice-escalate =
    ⬆️ { $number } 上交<b>{ $unit }</b>辦理，{ $claim }前會有人接手。原因：
    <blockquote>{ $reason }</blockquote>
    說過的話都轉過去了，您不用再說一遍。
notice-object =
    ↪️ { $number } 轉到的單位說不歸它管，退給<b>{ $unit }</b>接著辦，{ $claim }前會有人接手。原因：
    <blockquote>{ $reason }</blockquote>
notice-not-accept =
    🚫 { $number } { $unit }不予受理：
    <blockquote>{ $reason }</blockquote>
    您可以：
    • 到上面說的單位去反映；
    • 覺得不對，開啟這件事，說明理由請我們重新辦理，或者直接交到街道；
    • 打電話或到窗口來問。
notice-same-matter =
    🔂 { $number } 和您正在辦的 { $pending } 是同一件事，所以不另外受理，按規定由正在辦的單位辦完。
    <blockquote>{ $reason }</blockquote>
    請點下面看那一件；有新情況，寫到那一件裡就行。
button-show-pending = 看正在辦的那件
notice-reopen =
    🔁 { $number } 重新辦理，{ $unit }會有人接手。原因：
    <blockquote>{ $reason }</blockquote>
notice-review-done =
    ⚖️ { $number } 的複查意見：
    <blockquote>{ $reason }</blockquote>
    不服可以在三十日內申請複核：開啟這件事，點「申請複核」。
notice-review-redo =
    ⚖️ { $number } 的複查意見要求重新辦理，{ $unit }馬上會有人接手：
    <blockquote>{ $reason }</blockquote>
notice-rereview-done =
    ⏹ { $number } 的複核意見。按《信訪工作條例》第三十六條，這件事到此終結：
    <blockquote>{ $reason }</blockquote>
error-escalate-top = { $number } 已經在街道，上面沒有用機器人的單位了。請在這裡答覆；居民不服，可以申請複查。
error-no-desk-there = { $unit } 還沒有工作群，交不過去。請換一個單位，或者請安裝的人先綁定它的工作群。
error-transfer-choose = 請先選要轉給哪個單位：點卡片上的「更多」→「轉辦」，選好再寫原因。您寫的還在上面。
error-object-nowhere = { $number } 不是別的單位交來的，沒有地方退。不歸本單位管，請點「轉辦」或「不予受理」。
error-object-too-late = { $number } 交來已超過 { $days } 個工作日，不能再退回（《信訪工作條例》第二十三條）。請辦理，或者點「轉辦」。
error-accepted-already = { $number } 已經受理，不能再說不受理。請答覆，或者點「轉辦」。
error-same-not-theirs = 沒有找到這位居民的這個編號，請核對正在辦的那件的編號，再點一次「同一件事在辦」。
error-same-itself = 您寫的就是這一件的編號。請寫正在辦的另一件的編號，再點一次。
error-same-not-open = { $number } 已經不在辦了，不能這樣說。請受理這一件，或者點「不予受理」寫明原因。
error-reopen-too-late = { $number } 辦完超過 { $days } 天了，不能再重新辦理。請另寫一件，或者直接交到街道。
error-review-not-street = { $number } 不是街道答覆的，還不用複查。不滿意請點「請上級複議」。
error-review-too-late = { $number } 申請的期限（{ $days } 天）過了。有新的事實，請另寫一件。
staff-arrived-go-to-street = ⬆️ { $number } 居民從{ $unit }直接交到街道來了，請點「我來辦」。
staff-arrived-reconsider = 🔎 { $number } 居民對{ $unit }的答覆不滿意，請上級複議，請點「我來辦」，看過以後重新答覆。
staff-asked-reopen = 🔁 { $number } 居民要求重新辦理，請點「我來辦」。
staff-asked-ask-review = ⚖️ { $number } 居民申請複查{ $body }，申請書已發給居民。收到複查意見，請點「更多」記下來。
staff-asked-ask-rereview = ⚖️ { $number } 居民申請複核{ $body }，申請書已發給居民。收到複核意見，請點「更多」記下來。
button-roads = 不滿意？還可以…
button-roads-early = 直接交到街道
roads = { $number } 您還可以：
roads-none = { $number } 現在沒有別的可辦。有新情況請寫進來，或另寫一件。
road-reconsider = • 請{ $unit }複議：再看一遍這個答覆。這是我們自己的承諾，不影響您別的權利。
road-reopen =
    • 請原單位重新辦理{ $dated ->
        [yes] ，{ $until }前可以提
       *[no] { "" }
    }。
road-go-to-street = • 直接交到{ $unit }。隨時可以，不會被拒絕。
road-ask-review =
    • 申請複查（《信訪工作條例》第三十五條）{ $named ->
        [yes] ：交給{ $body }
       *[no] { "" }
    }{ $dated ->
        [yes] ，{ $until }前提出
       *[no] { "" }
    }。申請書由我們列印好發給您。
road-ask-rereview =
    • 申請複核（《信訪工作條例》第三十六條）{ $named ->
        [yes] ：交給{ $body }
       *[no] { "" }
    }{ $dated ->
        [yes] ，{ $until }前提出
       *[no] { "" }
    }。申請書由我們列印好發給您。
button-road-reconsider = 請{ $unit }複議
button-road-reopen = 請重新辦理
button-road-go-to-street = 直接交到{ $unit }
button-road-ask-review = 申請複查
button-road-ask-rereview = 申請複核
button-without-why = 不用寫，直接交
why-reconsider = 請寫幾句：對 { $number } 的答覆，您哪裡不滿意？
why-reopen = 請寫幾句：{ $number } 為什麼要重新辦理？
why-go-to-street = 您想對街道說什麼（{ $number }）？以前說過的都會一起轉過去。
why-ask-review = 請寫申請複查的理由（{ $number }），會印在申請書上：哪裡不對，您要求怎麼辦？
why-ask-rereview = 請寫申請複核的理由（{ $number }），會印在申請書上：哪裡不對，您要求怎麼辦？
why-in-words = 請用文字寫幾句理由。照片和檔案可以寫進這件事裡。
went-reconsider = 🔎 { $number } 已請{ $unit }複議，會有人接手，再給您答覆。
went-reopen = 🔁 { $number } 已請{ $unit }重新辦理，會有人接手。
went-go-to-street = ⬆️ { $number } 已直接交到{ $unit }，會有人接手。
went-ask-review = ⚖️ { $number } 複查申請書馬上發給您。請列印、簽名，在期限內交到上面寫的地方。
went-ask-rereview = ⚖️ { $number } 複核申請書馬上發給您。請列印、簽名，在期限內交到上面寫的地方。
went-paper-by-code = ⚖️ { $number } 的申請書在上面。請列印，自己寫上姓名、簽名，在期限內交到上面寫的地方。我們沒有記下您是誰，請把它保存好。
paper-ask-review = ⚖️ { $number } 複查申請書。請列印、簽名，{ $until }前交到：{ $body } { $address } { $phone }。收到申請後三十日內會給意見。
paper-ask-rereview = ⚖️ { $number } 複核申請書。請列印、簽名，{ $until }前交到：{ $body } { $address } { $phone }。收到申請後三十日內會給意見，這件事到那時終結。
sheet-title-ask-review = 信訪事項複查申請書
sheet-title-ask-rereview = 信訪事項複核申請書
sheet-to = 致：{ $body }
sheet-address = 地址：{ $address }　電話：{ $phone }
sheet-from = 申請人：{ $name }　　編號：{ $number }
sheet-matter = 信訪事項：{ $text }
sheet-answered = 答覆單位：{ $unit }　　答覆日期：{ $day }
sheet-answer = 答覆意見：{ $text }
sheet-why-ask-review = 申請複查的理由和請求：{ $text }
sheet-why-ask-rereview = 申請複核的理由和請求：{ $text }
sheet-until-ask-review = 請在 { $day }前提出（《信訪工作條例》第三十五條：收到答覆意見之日起三十日內）。複查機關收到申請之日起三十日內提出複查意見。
sheet-until-ask-rereview = 請在 { $day }前提出（《信訪工作條例》第三十六條：收到複查意見之日起三十日內）。複核機關收到申請之日起三十日內提出複核意見。
sheet-sign = 申請人簽名：______________　　{ $day }
sheet-foot-ask-review = 由鄰里代為列印，請本人核對後簽名。
sheet-foot-ask-rereview = 由鄰里代為列印，請本人核對後簽名。
same-open = 您正在辦的 { $number } 寫的是同樣的話。是同一件事嗎？
same-gone = 那一件已經不在辦了，可以照常提交。
button-same-see = 看 { $number }，補充到那裡
button-same-anew = 不是同一件，照樣提交
button-to-street = 改為直接交到街道
button-to-unit = 改回交給本社區
preview-to-street = 🏛 直接交到街道
error-reconsider-top = { $number } 已經是街道答覆的，不滿意可以申請複查。
error-street-already = { $number } 已經在街道了，不用再交。
