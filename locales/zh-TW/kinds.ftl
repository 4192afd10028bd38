verdict-adopted = 採納
verdict-partly = 部分採納
verdict-not = 不採納
button-verdict-adopted = ✅ 採納
button-verdict-partly = 🔶 部分採納
button-verdict-not = ❌ 不採納
verdict-which = 💡 { $number } 是意見建議。先點<b>採納結果</b>，再寫理由：
prompt-answer-adopted = 💡 { $number } <b>採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼、怎麼做，居民會看到。
prompt-answer-partly = 💡 { $number } <b>部分採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫採納了哪些、哪些沒有、為什麼，居民會看到。
prompt-answer-not = 💡 { $number } <b>不採納</b>。<a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼，居民會看到。
case-answer-adopted =
    📄 <b>{ $number } 辦理答覆：您的建議已採納</b> ✅
    { $unit } { $name }：
    { $text }
case-answer-partly =
    📄 <b>{ $number } 辦理答覆：您的建議部分採納</b> 🔶
    { $unit } { $name }：
    { $text }
case-answer-not =
    📄 <b>{ $number } 辦理答覆：您的建議這次沒有采納</b>
    { $unit } { $name }：
    { $text }
case-verdict = 💡 採納結果：<b>{ $verdict }</b>
card-verdict = 💡 採納結果：{ $verdict }
error-verdict-first = 請先點「辦理答覆」，選採納、部分採納或不採納，再寫理由。剛才的話已存為內部備註，沒有丟。
