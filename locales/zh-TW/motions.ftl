button-motion = 📜 做成一事一議
motion-which = 把 { $number } 做成一事一議的議題，由誰表決？
button-motion-residents = 👥 居民會議
button-motion-households = 🏠 戶代表會議
button-motion-representatives = 🧑‍🤝‍🧑 居民代表會議
prompt-motion = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫一句黨支部是怎麼研究的（{ $number }）。議題的文字用這條建議的原文，電話、門牌和姓名都會遮住。
staff-motion-made = 📜 { $number } 的議題草稿寫好了，交給居務監督委員會：他們在群裡發 /ballots，送審、批准以後才表決。
motion-drafted =
    📜 <b>{ $title }</b>
    這是採納的居民建議（{ $number }）做成的一事一議草稿，定在{ $opens }開始表決。看過沒問題，就請送審；要改文字和日期，請管理員匯入檔案。
button-motion-look = 👀 看草稿
notice-motion-made = 📜 您的建議 { $number } 被採納，正在做成一事一議的議題：<b>{ $title }</b>。開始表決和有結果時再告訴您。議題裡沒有您的名字。
notice-motion-open = 🗳 您的建議 { $number } 做成的議題開始表決了：<b>{ $title }</b>
notice-motion-published = 🗳 您的建議 { $number } 做成的議題有結果了：<b>{ $title }</b>
notice-motion-withheld = 🗳 您的建議 { $number } 做成的議題表決結束了：<b>{ $title }</b>。結果不公佈。
notice-motion-cancelled = 🗳 您的建議 { $number } 做成的議題取消了：<b>{ $title }</b>。
error-motion-not-adopted = 只有採納或部分採納、已經答覆的建議才能做成一事一議。
error-motion-made = { $number } 的議題監督委員會已經在辦了，不能再改。
