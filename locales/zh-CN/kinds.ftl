verdict-adopted = 采纳
verdict-partly = 部分采纳
verdict-not = 不采纳
button-verdict-adopted = ✅ 采纳
button-verdict-partly = 🔶 部分采纳
button-verdict-not = ❌ 不采纳
verdict-which = 💡 { $number } 是意见建议。先点<b>采纳结果</b>，再写理由：
prompt-answer-adopted = 💡 { $number } <b>采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么、怎么做，居民会看到。
prompt-answer-partly = 💡 { $number } <b>部分采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写采纳了哪些、哪些没有、为什么，居民会看到。
prompt-answer-not = 💡 { $number } <b>不采纳</b>。<a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写为什么，居民会看到。
case-answer-adopted = 📄 <b>{ $number } 办理答复：您的建议已采纳</b> ✅
    { $unit } { $name }：
    { $text }
case-answer-partly = 📄 <b>{ $number } 办理答复：您的建议部分采纳</b> 🔶
    { $unit } { $name }：
    { $text }
case-answer-not = 📄 <b>{ $number } 办理答复：您的建议这次没有采纳</b>
    { $unit } { $name }：
    { $text }
case-verdict = 💡 采纳结果：<b>{ $verdict }</b>
card-verdict = 💡 采纳结果：{ $verdict }
error-verdict-first = 请先点“办理答复”，选采纳、部分采纳或不采纳，再写理由。刚才的话已存为内部备注，没有丢。
