menu =
    <b>{ $unit }</b>為您服務。

    有什麼事，<b>直接寫給我</b>就行；也可以點按鈕或打數字：
waiting-menu =
    <b>{ $unit }</b>為您服務。

    有什麼事，<b>直接寫給我</b>就行；也可以點按鈕：
menu-petition = 我要反映一件事
menu-book = 約律師、見領導、報名活動
menu-draft = 接著寫：「{ $text }」
menu-words = 還沒定怎麼辦：「{ $text }」
menu-held = 🔒 還有 { $count } 條話等著查詢碼
menu-cases = 我的事辦得怎麼樣了
menu-code = 用查詢碼看匿名的建議
menu-language = 換語言 / Language
menu-unit = 換一個社區
unit-choose = 您住在哪個社區？事情會交給那裡的工作人員。
unit-row = { $unit }
unit-poster = 這張海報是{ $unit }的，您現在由{ $own }服務。搬家了嗎？換過去以後，新寫的事情交給{ $unit }；已經提交的，原來的社區繼續辦。
button-poster-move = 換到{ $unit }
button-poster-stay = 不換，還是{ $unit }
unit-chosen = ✅ 記下了：{ $unit }。
menu-help = 怎麼用、電話、地址
help =
    <b>怎麼用</b>

    • 有事直接寫，文字、語音、照片都行。新的事寫好會先給您看一遍，您點「確認提交」才算數；在一件事的頁面裡寫的，當場就送給工作人員。
    • 每件事有一個編號，比如 XF-2026-000123。工作人員的回覆會發到這裡，您直接<b>回覆那條訊息</b>就能接著說。
    • 發 /cases 看辦到哪一步；可以補充，也可以撤回。
    • 一條寫不下就分幾條發，我會接起來。
    • 改了已經發出的訊息，改好的會帶著 ✏️ 再送一次，原來的也留著。
    • 您在 Telegram 裡刪掉訊息，我們這邊不會知道，已經收到的內容不會跟著刪除。想更正，就改那條訊息，或者再發一句。

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }
menu-more = ⋯ 更多：我的資料、每週訊息、查電話
more = 別的事
