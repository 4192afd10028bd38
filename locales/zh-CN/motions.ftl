### 采纳的建议做成一事一议的议题

button-motion = 📜 做成一事一议
motion-which = 把 { $number } 做成一事一议的议题，由谁表决？
button-motion-residents = 👥 居民会议
button-motion-households = 🏠 户代表会议
button-motion-representatives = 🧑‍🤝‍🧑 居民代表会议
prompt-motion = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写一句党支部是怎么研究的（{ $number }）。议题的文字用这条建议的原文，电话、门牌和姓名都会遮住。
staff-motion-made = 📜 { $number } 的议题草稿写好了，交给居务监督委员会：他们在群里发 /ballots，送审、批准以后才表决。
motion-drafted = 📜 <b>{ $title }</b>
    这是采纳的居民建议（{ $number }）做成的一事一议草稿，定在{ $opens }开始表决。看过没问题，就请送审；要改文字和日期，请管理员导入文件。
button-motion-look = 👀 看草稿
notice-motion-made = 📜 您的建议 { $number } 被采纳，正在做成一事一议的议题：<b>{ $title }</b>。开始表决和有结果时再告诉您。议题里没有您的名字。
notice-motion-open = 🗳 您的建议 { $number } 做成的议题开始表决了：<b>{ $title }</b>
notice-motion-published = 🗳 您的建议 { $number } 做成的议题有结果了：<b>{ $title }</b>
notice-motion-withheld = 🗳 您的建议 { $number } 做成的议题表决结束了：<b>{ $title }</b>。结果不公布。
notice-motion-cancelled = 🗳 您的建议 { $number } 做成的议题取消了：<b>{ $title }</b>。
error-motion-not-adopted = 只有采纳或部分采纳、已经答复的建议才能做成一事一议。
error-motion-made = { $number } 的议题监督委员会已经在办了，不能再改。
