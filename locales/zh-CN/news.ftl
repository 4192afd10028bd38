# 三务公开：居民看的
menu-news = 看公示（党务、居务、财务）
help-news = • 发 /news 看公示，也可以带上要找的字：/news 电梯。
news-category-party = 党务
news-category-affairs = 居务
news-category-finance = 财务
news-category-none = 还没选栏目
news-category-all = 全部
news-span = { $span ->
    [year] { $year }年
    [quarter] { $year }年第{ $part }季度
    [month] { $year }年{ $part }月
   *[none] {""}
}
news-board = 📢 <b>{ $unit }公开栏</b>

    想看哪一栏？也可以直接打字找，比如“电梯”。
news-board-empty = 📢 <b>{ $unit }公开栏</b>

    还没有公示过什么。
news-category-row = { $category }（{ $count } 项）
button-news-all = 全部，新的在前
button-news-search = 🔍 找一项
button-news-older = 更早的
button-news-newer = 更新的
button-news-board = 回公开栏
news-list = 📢 <b>{ $category }</b> · 第 { $page } 页，新的在前。
news-row = { $title } · { $day }{ $corrected ->
    [yes] {" "}· 有更正
   *[no] {""}
}
news-search = 🔍 想找什么？打几个字发过来，比如“电梯”“低保”“三季度”。
news-found = 🔍 “{ $words }”找到 { $count } 项，新的在前：
news-found-some = 🔍 没有和“{ $words }”完全对上的。下面这 { $count } 项对上一部分：
news-found-none = 🔍 没有找到“{ $words }”。换个说法再打一次；如果是想反映这件事，点“写给社区”。
button-news-write = 写给社区
news-item = 📢 <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-item-published = <i>{ $number } · { $unit } · { $day }公示</i>
news-item-corrected = ✏️ 这是更正以后的第 { $n } 版，以前的也看得到。
news-item-old = ⚠️ 这是以前的第 { $n } 版，后来更正过，请以现在的为准。
news-item-until = 🗓 公示到 { $day }，以后在存档里一直能查。
news-item-archived = 🗂 公示期已过，这是存档。
news-item-piece = 第 { $index }/{ $count } 页
news-item-answered = 💬 有居民问过，{ $count } 条答复在后面几页。
news-item-text = {""}
    { $text }
news-item-answer = {""}
    💬 <b>有居民问过，{ $unit } { $day }答复：</b>
    <blockquote>{ $text }</blockquote>
button-news-on = 接着看
button-news-before = 看前一页
button-news-file = 📎 { $name }
button-news-ask = ❓ 我对这一项有疑问
button-news-now = 看现在的版本
button-news-versions = 看更正经过（{ $count } 版）
news-versions = 📢 <b>{ $title }</b>（{ $number }）有这些版本：
news-version-row = 第 { $n } 版，{ $day }公示
news-ask-begins = ❓ 关于<b>{ $title }</b>，您想问什么？社区的正式答复会显示在这一项下面，大家都能看到；您的名字和您写的话不会公开。
news-ask-later = 您还有一件事没写完。先交上去，或者不要了，再来问公示。
news-link-unknown = 这个链接现在打不开了，请从公开栏里找。
preview-about = ❓ 问的是公示：{ $item }
card-about = ❓ 质询公示：<b>{ $item }</b>
    <i>“办理答复”会公开显示在这一项下面（不显示是谁问的），请不要写居民的姓名、电话、住址。</i>
# 三务公开：工作群里的
news-usage = 要公示什么？把文字、照片、PDF 或表格发到本群，<b>回复它</b>发 /publish，也可以带上标题：/publish 三季度收支。要更正已公示的，回复新内容发 /publish 编号，比如 /publish GK-2026-0003。
news-offer = 要把这条拿去公示吗？不用就不用管。
button-news-disclose = 📢 公示
news-panel-draft = 📢 <b>准备公示</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-panel-correction = ✏️ <b>准备更正 { $number }</b> · { $unit }

    <b>{ $title }</b>
    { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
news-panel-text = <blockquote>{ $text }</blockquote>
news-panel-files = 📎 文件 { $files } 个
news-panel-empty = 还没有内容。请<b>回复本条消息</b>，把文字、照片、文件发来。
news-panel-add = 居民看到的就是这样。要添文字、照片、文件，就<b>回复本条消息</b>；写错了，直接改您发的那条。改标题：回复“标题：新的标题”。
news-panel-review = ⏳ <b>{ $title }</b> 已送居务监督委员会审核。
news-panel-finance-review = ⏳ <b>{ $title }</b> 居务监督委员会已同意，等民主理财小组审核。
news-panel-published = ✅ <b>{ $title }</b> 已公示，编号 { $number }。
news-panel-dropped = 🗑 <b>{ $title }</b> 不公示了。
news-album = 这是相册里的一张。其余几张，请回复上面那条消息再发一次。
news-choose-category = 放在哪一栏？
news-choose-span = 说的是什么时候的事？
button-news-no-span = 不分时期
button-news-submit = 📤 送审
button-news-category = 换栏目
button-news-when = 换时期
button-news-drop = 🗑 不公示了
button-news-go-on = 🛠 接着改
button-news-sheet = 🖨 打印公示单
button-news-approve = ✅ 同意公示
button-news-reject = ↩️ 退回
# 回复面板时这样开头，就是改标题
names-news-title = 标题|題目|题目|title
news-review-text = 📄 { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
news-review = 🔎 <b>请审核公示</b>：{ $title }
    { $unit } · { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
} · 文件 { $files } 个
    { $name } 送审
news-review-finance = 🔎 <b>请审核财务公示</b>：{ $title }
    { $unit } · { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
} · 文件 { $files } 个
    { $name } 送审，居务监督委员会已同意
news-review-correction = ✏️ 这是对 { $number } 的更正，以前的版本居民还能看到。
news-review-hint = 上面就是居民将看到的内容。写的人自己不能审。
news-review-reason = ↩️ <b>{ $title }</b>：为什么退回？点一个，或者<b>回复本条消息</b>写原因。
news-reason-incomplete = 内容不全
news-reason-numbers = 数字对不上
news-reason-privacy = 有居民的隐私
news-reason-unreadable = 附件看不清
news-done-published = ✅ <b>{ $title }</b> 已公示，编号 { $number }（{ $name } 同意）
news-done-passed = ✅ <b>{ $title }</b> { $name } 已同意，转民主理财小组审核。
news-done-rejected = ↩️ <b>{ $title }</b> { $name } 已退回。
news-rejected = ↩️ <b>{ $title }</b> 没有通过审核（{ $name }）：{ $reason }
news-passed-on = ⏳ <b>{ $title }</b>：居务监督委员会 { $name } 已同意，等民主理财小组审核。
news-published = ✅ <b>{ $title }</b> 已公示，编号 <b>{ $number }</b>{ $n ->
    [1] {""}
   *[other] ，第 { $n } 版
}。公示到 { $until }，以后在存档里。
news-sheet-ready = 🖨 公示单做好了，请打印张贴。扫码就能打开。
sheet-board = { $unit }公开栏
sheet-board-foot = 扫码看公示，也可以提问
sheet-item-head = { $category }{ $span ->
    [none] {""}
   *[other] {" "}· { news-span }
}
sheet-item-date = { $unit }　{ $day }公示
sheet-item-more = 全文、附件和提问请扫码
sheet-item-foot = { $number }　扫码看原件、附件，也可以提问
button-news-take-back = ↩️ 拿回来改
button-news-submit-all-the-same = 📤 可以公开，送审
news-private = ⚠️ 里面像有手机号、身份证号或银行卡号：{ $found }。公示后谁都能看到，也撤不回。不该公开的请先改掉。
news-review-private = ⚠️ 里面像有手机号、身份证号或银行卡号，请看清楚能不能公开。
news-hides = ⚠️ 表格文件里有隐藏的工作表、行、列或批注。公示后谁下载了都能看到。请在电脑上删掉再发一次。
news-review-hides = ⚠️ 表格文件里有隐藏的内容或批注，请下载看清楚能不能公开。
news-taken-back = ↩️ <b>{ $title }</b>：{ $name } 拿回去改了，先不用审。
