petition-other =
    🤝 <b>和誰有糾紛？</b>
    調解不收錢，雙方都自願。您交上來以後，會給您一個連結，由您轉給對方；對方看得到<b>您的名字</b>和您寫的一句話，看不到您的電話，也看不到您寫給社區的內容。對方同意了才調解，任何一方隨時可以不調解了。

    請打字寫對方怎麼稱呼，比如「樓上老趙」；不想寫就點「不填」。
petition-other-long = 稱呼請寫短一點（最多 { $count } 個字）。
button-change-other = 改對方
preview-other = 🤝 對方：{ $other }。交上來以後，由您把連結轉給對方；雙方都同意才調解，不收錢。
preview-other-none = 🤝 還沒寫對方是誰。交上來以後，由您把連結轉給對方；雙方都同意才調解，不收錢。
button-mediation = 🤝 調解
gm-state-asked = 等對方同意
gm-state-willing = 雙方都同意調解
gm-state-drafted = 協議等雙方確認
gm-state-agreed = 達成了協議
gm-state-failed = 沒有達成協議
gm-state-declined = 對方不同意調解
gm-state-left = 有一方不調解了
gm-page =
    🤝 <b>{ $number } 調解</b>（{ $unit }）
    { $state }。調解不收錢，雙方自願，任何一方隨時可以不調解了。
gm-page-other =
    🤝 <b>{ $name } 請您調解的事</b>（{ $number }，{ $unit }）
    { $state }。調解不收錢，雙方自願，您隨時可以不調解了。
    { $line }
gm-page-mediator = 👤 調解員：{ $name }
gm-page-session = 🗓 { $at }，在 { $place }
gm-page-text =
    📄 <b>調解協議</b>
    { $text }
gm-page-until = ⚖️ 協議要請法院確認的，雙方一起在 { $until }以前（含當天）去申請。
gm-page-confirmed = ✅ 您已確認這份協議。
gm-page-link =
    把這段話轉給對方：

    { $asker } 請您一起到{ $unit }調解：{ $line }
    不收錢，自願參加。點這裡看：{ $link }
receipt-mediation = 🤝 還要請對方來：點「看辦到哪一步」，再點「🤝 調解」，寫一句話，就有連結可以轉給對方。
gm-page-uninvited = 下一步：寫一句話告訴對方是什麼事，就會得到一個連結。對方不用手機的，請對方到社區說一聲，工作人員會記下來。
gm-page-said = <b>您和社區說的話</b>（對方看不到您寫的）
gm-you-said = { $at } 您：{ $text }
gm-staff-said = { $at } 社區 { $name }：{ $text }
button-gm-invite = 請對方來
button-gm-line = 改那句話
button-gm-qr = 🔳 給對方看二維碼
gm-qr = 🤝 { $name } 請您一起來調解：{ $line }。請用 Telegram 掃一掃。
gm-line =
    寫<b>一句話</b>告訴對方是什麼事，比如「衛生間漏水賠償的事」。
    對方只看得到您的名字和這句話。最多 { $count } 個字。
gm-line-kept = ✅ 寫好了，請把連結轉給對方。
gm-invited =
    🤝 <b>{ $name } 請您一起來調解</b>（{ $unit }）
    { $line }

    調解由社區的調解員主持，<b>不收錢，雙方自願</b>。您同意了才調解，同意以後也隨時可以不調解了。
    您同意的話，工作人員看得到您的名字「{ $own }」；對方看不到您的電話，也看不到您對社區說的話。
gm-invited-own = 這是您自己的調解連結，請轉給對方。
button-gm-consent = ✅ 我同意調解
button-gm-decline = 我不同意
gm-decline = 真的不同意調解嗎？這件事就到此為止，會告訴對方您沒有同意。
button-gm-decline-yes = 是，我不同意
gm-consented = ✅ 您同意了調解。接下來社區會安排調解員。
gm-you-declined = 好的，這件事不調解了。您的名字沒有留下。
button-gm-write = ✏️ 對社區說幾句
gm-write = 請寫給社區的工作人員看的話。<b>對方看不到。</b>
button-gm-leave = 我不調解了
gm-leave = 真的不調解了嗎？<b>{ $number }</b> 就到此結束，會告訴對方。
button-gm-leave-yes = 是，不調解了
gm-you-left = ↩️ 好的，這件事不調解了。
button-gm-confirm = ✅ 我確認協議
gm-you-confirmed = ✅ 您確認了協議。等對方也確認，協議就算數。
gm-you-agreed = ✅ 雙方都確認了，協議算數了。
gm-row = { $mark } 🤝 { $number } 請您調解的事（{ $stage }）
gm-willing = 🤝 <b>{ $number }</b> 對方同意調解了。接下來社區會安排調解員。
gm-declined =
    🤝 <b>{ $number }</b> 對方不同意調解，這件事到此為止。
    您還可以：請行政機關處理，申請仲裁，或者到法院起訴。拿不準的，可以先問社區的法律諮詢。
gm-left =
    🤝 <b>{ $number }</b> 有一方不調解了，調解到此結束。
    您還可以：請行政機關處理，申請仲裁，或者到法院起訴。拿不準的，可以先問社區的法律諮詢。
gm-failed =
    🤝 <b>{ $number }</b> 沒有達成協議，調解到此結束。
    您還可以：請行政機關處理，申請仲裁，或者到法院起訴。拿不準的，可以先問社區的法律諮詢。
gm-mediator = 👤 <b>{ $number }</b> 的調解員是 { $name }。
gm-session = 🗓 <b>{ $number }</b> 調解定在 <b>{ $at }</b>，在 <b>{ $place }</b>。調解員：{ $name }。
gm-session-changed = 🗓 <b>{ $number }</b> 調解的時間地點改了：<b>{ $at }</b>，在 <b>{ $place }</b>。調解員：{ $name }。
gm-agreement =
    📄 <b>{ $number } 調解協議</b>
    { $text }

    請看清楚。同意就點「我確認協議」，也可以到社區簽字。雙方都確認了才算數。
gm-agreed =
    ✅ <b>{ $number }</b> 雙方都確認了，調解協議從今天起算數。
    ⚖️ 想讓法院確認這份協議，雙方一起在 <b>{ $until }</b>以前（含當天）去法院申請（人民調解法第33條）。不申請也算數。
gm-remind = ⚖️ <b>{ $number }</b> 的調解協議想請法院確認的，最晚 <b>{ $until }</b>，雙方要一起去。不需要就不用管。
gm-stage-transferred = 🤝 <b>{ $number }</b> 轉給別的社區辦理了，調解接著辦。
gm-stage-escalated = 🤝 <b>{ $number }</b> 交到街道辦理了，調解接著辦。
gm-stage-not_accepted = 🤝 <b>{ $number }</b> 社區沒有受理，不調解了。
event-gm_consent = { $at } 對方同意調解
event-gm_decline = { $at } 對方不同意調解
event-gm_mediator = { $at } 定了調解員
event-gm_session = { $at } 定了調解的時間地點
event-gm_draft = { $at } 寫出了調解協議
event-gm_confirm = { $at } 一方確認了協議
event-gm_agree = { $at } 雙方都確認了協議
event-gm_fail = { $at } 沒有達成協議
event-gm_leave = { $at } 有一方不調解了
event-gm_end = { $at } 調解結束
card-mediation =
    🤝 { $state } · 對方：{ $other }{ $named ->
        [no] { "" }
       *[yes] { " " }· 調解員：{ $mediator }
    }{ $held ->
        [yes] { " " }· { $at }
       *[no] { "" }
    }
button-gm = 🤝 調解
gm-desk =
    🤝 <b>{ $number } 調解</b>：{ $state }
    對方：{ $other }{ $here ->
        [yes] { "" }
       *[no] （不在機器人上，請當面或打電話告訴對方）
    }
    調解員：{ $mediator }{ $held ->
        [yes] { "\u000A" }🗓 { $at }，在 { $place }
       *[no] { "" }
    }
    一方說的話不要告訴另一方。普通回覆雙方都收到；回覆某一方的話，只發給那一方。
gm-choose-mediator = <b>{ $number }</b> 請誰當調解員？當事人和迴避的人不在裡面。
gm-no-mediators = <b>{ $number }</b> 本群還沒有能當調解員的人。在群裡說過話的同事才會出現在這裡。
gm-sure-paper = 對方真的同意調解了嗎（當面、電話或書面）？<b>{ $number }</b> 記下以後不能改。
gm-sure-signed = 真的在書面協議上簽字了嗎？<b>{ $number }</b> 記下以後不能改。
button-gm-paper = 📝 對方當面同意了
button-gm-declined = 🚫 對方說不同意
button-gm-mediator = 👤 定調解員
button-gm-session = 🗓 定時間地點
button-gm-draft = 📄 寫協議
button-gm-signed-asker = ✍️ 申請人簽字了
button-gm-signed-other = ✍️ 對方簽字了
button-gm-failed = 🏁 沒有達成協議
button-gm-left = ↩️ 有一方不調解了
button-gm-asker = 💬 只告訴申請人
button-gm-other = 💬 只告訴對方
prompt-gm-session = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫 { $number } 調解的日子、時間和地點，比如「下週三下午3點 社區二樓調解室」。
prompt-gm-draft = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫 { $number } 的協議全文。雙方都會收到，都確認了才算數。
prompt-gm-failed = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫明 { $number } 為什麼沒有達成協議（只有同事看得到）。
prompt-gm-declined = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫明 { $number } 的對方是怎麼說的（只有同事看得到）。
prompt-gm-left = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫明 { $number } 哪一方不調解了、怎麼說的（只有同事看得到）。
prompt-gm-asker = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫給 { $number } 申請人一個人看的話。
prompt-gm-other = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫給 { $number } 對方一個人看的話。
gm-staff-willing = 🤝 { $number } 對方 { $name } 同意調解了，請定調解員。
gm-staff-declined = 🤝 { $number } 對方不同意調解，已結束。
gm-staff-left = 🤝 { $number } { $name } 不調解了，已結束。
gm-staff-confirmed = 📄 { $number } { $name } 確認了協議，還等另一方。
gm-staff-agreed = ✅ { $number } { $name } 確認了協議，雙方都確認了，已結束。
gm-staff-other-adds =
    🤝 <b>{ $name }</b>（對方）說（{ $number }，不要告訴申請人）：
    <blockquote>{ $text }</blockquote>
gm-staff-only-asker = 🤫 只發給了 { $number } 的申請人。
gm-staff-only-other = 🤫 只發給了 { $number } 的對方。
gm-staff-mediator = 👤 <a href="tg://user?id={ $user }">{ $name }</a>，請您當 { $number } 的調解員。
gm-staff-session = ✅ { $number } 的時間地點已告訴雙方。
gm-staff-draft = ✅ { $number } 的協議已發給雙方，等確認。
gm-staff-ended-failed = 🏁 { $number } 沒有達成協議，已結束，雙方都告訴了。
gm-staff-ended-declined = 🏁 { $number } 對方不同意調解，已結束，申請人已告訴。
gm-staff-ended-left = 🏁 { $number } 有一方不調解了，已結束，雙方都告訴了。
error-mediation-link-unknown = 這個調解連結打不開了。請再問一問給您連結的人，或者問社區。
error-mediation-own-link = 這是您自己的調解連結，請轉給對方。
error-mediation-line-long = 這句話太長了，請寫到 { $count } 個字以內。
error-mediation-text-changed = 協議改過了，請看最新的那份再確認。
error-mediation-no-mediator = { $number } 還沒有調解員。雙方都同意以後，先定調解員。
error-mediation-nobody = { $number } 的對方不在機器人上，請當面或打電話告訴對方。
error-mediation-session-when = 沒看出是哪天幾點。請寫上日子和時間，比如「下週三下午3點 社區二樓調解室」。
error-mediation-session-past = 這個時間已經過去了，請寫以後的時間。
error-mediation-session-where = 請把地點也寫上，比如「下週三下午3點 社區二樓調解室」。
error-mediator-unfit = 這位不能當調解員：是當事人，或者迴避了，或者不在本群。
error-mediation-asked = { $number } 對方還沒有同意調解，先等對方同意。
error-mediation-willing = { $number } 還沒有協議，或者對方已經同意了，不用再做這一步。
error-mediation-drafted = { $number } 的協議正等雙方確認，現在不能這樣做。
error-mediation-agreed = { $number } 已經達成協議，不能再改。
error-mediation-failed = { $number } 的調解已經結束，沒有達成協議。
error-mediation-declined = { $number } 的調解已經結束，對方沒有同意。
error-mediation-left = { $number } 的調解已經結束，有一方不調解了。
