button-neighbours-mine = 🏘 讓鄰居知道這件事
neighbours-mine =
    🏘 <b>讓鄰居知道有人反映了嗎？</b>（{ $number }）
    您同意以後，工作人員可以寫一句話。鄰居要寫同樣的事時會看到這句話，可以和您一起聯名，不用每家都寫一遍。
    那句話裡沒有您的名字、電話和門牌。誰加入了，只有代表和經辦人看得到名字。
    隨時可以收回，收回以後馬上就看不到了。
neighbours-mine-allowed = 🏘 <b>{ $number }</b>：您已同意。工作人員還沒有寫那句話，鄰居現在什麼也看不到。
neighbours-mine-shown =
    🏘 <b>{ $number }</b>：要寫同樣的事的鄰居現在會看到：
    「{ $line }」
neighbours-mine-over = 🏘 <b>{ $number }</b> 已經結束了，不再給鄰居看。
button-neighbours-allow = 同意
button-neighbours-refuse = 收回，不給鄰居看
neighbours-thanks = ✅ 您已同意。工作人員寫好以後會先告訴您。
neighbours-refused = ↩️ 已收回，鄰居看不到了。
notice-neighbours-shown =
    🏘 您的 <b>{ $number }</b>，要寫同樣的事的鄰居現在會看到這句話：
    「{ $line }」
    不想給看，點下面就能收回。
notice-neighbours-hidden = 🏘 您的 <b>{ $number }</b> 那句話已經撤下，鄰居看不到了：「{ $line }」
button-neighbours = 🏘 給鄰居看
neighbours-not-allowed = 🏘 <b>{ $number }</b>：發起人還沒有同意讓鄰居知道。他可以在「聯名」裡同意。
neighbours-allowed = 🏘 <b>{ $number }</b>：發起人同意讓鄰居知道。請寫一句話，鄰居要寫同樣的事時會看到。現在什麼也沒有顯示。
neighbours-shown =
    🏘 <b>{ $number }</b>：鄰居要寫同樣的事時會看到：
    「{ $line }」
button-neighbours-write = 寫一句話
button-neighbours-change = 換一句話
button-neighbours-down = 撤下
prompt-neighbours = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，用一句話寫 { $number } 是什麼事、在哪兒，不寫人名。例如：3號樓電梯壞了，已在聯絡維修。
staff-neighbours-allowed = 🏘 { $number } 的發起人同意讓鄰居知道。要給鄰居看，請點：更多 → 給鄰居看。
staff-neighbours-refused = 🏘 { $number } 的發起人收回了，鄰居看不到那句話了。
staff-neighbours-shown = ✅ { $name }，鄰居現在看到 { $number } 的這句話（電話、門牌已遮住），發起人也收到了：「{ $line }」
staff-signer-adds =
    👥 { $number } 的一位聯名人還寫了：
    <blockquote>{ $text }</blockquote>
error-line-too-long = 這句話太長了，最多 { $count } 個字。請寫短一點再回覆。
error-line-names-author = 這句話裡有發起人的名字。請去掉名字再回覆。
error-neighbours-not-allowed = { $number } 的發起人沒有同意讓鄰居知道，或者已經收回了。
error-reported-gone = 這件事剛剛不能加入了。您寫的還在，請照樣提交。
reported =
    🏘 <b>已經有人反映過：</b>
    是同一件事，您可以加入，和他們一起反映，有進展和答覆都告訴您。加入後代表和經辦人看得到您的名字「{ $name }」，別人只看到人數。
    不是同一件事，就提交您自己的。
reported-line = • { $line }
reported-gone = 剛才那件事現在不能加入了。請提交您自己的。
button-reported-join = 一起反映：{ $line }
button-reported-anyway = 提交我自己的
joined =
    ✅ <b>您已加入 { $number }</b>，有進展會告訴您。
    您剛才寫的還在。要不要也轉給經辦人？轉過去不帶您的名字。
button-joined-with = 也轉給經辦人
button-joined-keep = 先留著草稿
button-joined-drop = 不要了，刪掉
joined-with-words = ✅ 已轉給經辦人，沒有帶您的名字。
joined-kept = 📝 您寫的留在草稿裡，以後可以接著寫。
card-near = 🔗 可能是同一件事：{ $numbers }（更多 → 相似的事，可以合併）
