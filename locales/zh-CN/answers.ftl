# 答复的五部分（信访工作条例第三十二条）
part-claim = 您的诉求
part-facts = 查明的事实
part-rule = 依据的规定
part-decision = 处理决定
part-review = 不服怎么办
# 一条消息里认得出这些小标题
names-part-claim = 诉求|投诉请求|请求事项|反映的问题|反映事项|信访请求
names-part-facts = 事实|查明的情况|查明情况|查明事实|调查情况|事实认定|核实情况|经查
names-part-rule = 依据|法律依据|政策依据|规定|依据和规定|适用的规定|办理依据
names-part-decision = 决定|办理意见|处理意见|处理结果|办理结果|答复意见|结论|意见
names-part-review = 救济途径|复查|复查途径|申请复查|怎样申请复查|不服本答复怎么办|救济渠道
answer-review-group = 对答复不满意，可以请社区再看一遍：在这件事里点“不满意”，或者直接到社区居委会说。
answer-review-community = 对答复不满意，可以请街道再看一遍：在这件事里点“不满意”，或者直接到街道信访窗口提出。
answer-review-street = 对答复不服，可以自收到之日起 30 日内，向区（县）政府的信访机构书面申请复查。
prompt-part-claim = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 1 步：请<b>回复本条消息</b>写居民的<b>诉求</b>是什么（{ $number }）。先存草稿，不会发出去。不写了，回复“取消”。
prompt-part-facts = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 2 步：请<b>回复本条消息</b>写<b>查明的事实</b>（{ $number }）。先存草稿，不会发出去。不写了，回复“取消”。
prompt-part-rule = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 3 步：请<b>回复本条消息</b>写<b>依据什么规定</b>（{ $number }）。先存草稿，不会发出去。不写了，回复“取消”。
prompt-part-decision = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，第 4 步：请<b>回复本条消息</b>写<b>怎么决定</b>（{ $number }）。先存草稿，不会发出去。不写了，回复“取消”。
prompt-part-review = 📄 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复本条消息</b>写<b>不服怎么办</b>：找谁、多少天内（{ $number }）。不改了，回复“取消”，就用原来写好的。
button-answer-steps = 📄 逐项写答复
answer-refused = ❗ 还没发出去：街道的答复要写“{ $part }”。请按下面的“补上”按钮，写过的都在。
answer-draft = 📝 <b>{ $number } 答复草稿</b>（{ $name }，还没发）
answer-draft-part = <b>{ $title }</b>
    { $text }
answer-draft-missing = ▫️ 还缺：{ $part }
answer-draft-files = 📎 附件 { $count } 个，会一起发
answer-file-kept = 📎 收下了，会和答复一起发。这一项的文字还请您写。
answer-album-kept = 📎 这组图片收下了，会和答复一起发。
answer-draft-may-go = 缺的可以不补，也能发。
button-part-edit = ✏️ { $part }
button-part-add = ➕ 补上{ $part }
button-answer-send = 📨 发给居民
button-answer-drop = 🗑 不要了
answer-drop-sure = <b>{ $number }</b> 的答复草稿，真的不要了吗？写的内容都会删掉。
answer-dropped = 🗑 { $number } 的答复草稿删掉了，什么都没有发给居民。
answer-draft-sent = 📨 { $number } 的答复由 { $name } 发出了。
answer-hint = 💡 { $number } 的答复已经发了。下次写全这几样，居民更明白：
answer-hint-part = · { $part }
error-answer-draft-gone = 这份草稿已经发出去，或者删掉了。要再写，请点“更多”里的“逐项写答复”。
error-answer-draft-changed = 同事刚改过这份草稿。请看最新的一份，再发。
error-answer-incomplete = 还缺内容，没有发。请按“补上”按钮写全再发。
# 满意度
button-rate-satisfied = 😊 满意
button-rate-basically = 🙂 基本满意
button-rate-unsatisfied = 🙁 不满意
rate-satisfied = 😊 <b>{ $number }</b>：您选了“满意”，谢谢您！{ $day }前都可以改。
rate-basically = 🙂 <b>{ $number }</b>：您选了“基本满意”，谢谢您！{ $day }前都可以改。
rate-unsatisfied = 🙁 <b>{ $number }</b>：您选了“不满意”。哪里不满意？请写给我，或者点“不说了”。
    工作人员只看得到总数，看不到是谁选的，也看不到您写的这些话。{ $day }前都可以改。
rate-heard = 🙁 <b>{ $number }</b>：记下了，谢谢您告诉我们。还可以这样：
    · 补充给办事的人，请他们接着办
    · { $review }
    { $day }前都可以改。
rate-review-group = 请社区再看一遍，或者直接到社区居委会说
rate-review-community = 请街道再看一遍，或者直接到街道信访窗口提出
rate-review-street = 自收到答复之日起 30 日内，向区（县）政府的信访机构书面申请复查
rate-none = <b>{ $number }</b>：现在不能评价。
rate-over = 评价的时间过了（答复后 { $days } 天内），谢谢您。
button-rate-skip = 不说了
button-rate-roads = 请上级再看，或者重新办
button-rate-pass-on = 补充给办事的人
rating-reminder = 😊 <b>{ $number }</b> 的答复，您还满意吗？点一下就好，{ $day }前都可以选。
button-rate-quiet = 不用再问我
button-me-rating-off = 不再提醒我评价
button-me-rating-on = 提醒我评价
rate-words-only = 请写几个字告诉我，或者点“不说了”。
rate-quiet = 好的，以后不再提醒您评价。您还是可以随时评价。
rate-ask-again = 好的，以后会提醒您一次。
error-rating-over = 评价的时间过了（答复后 { $days } 天内），谢谢您。
stats-ratings = 今年满意度：满意 { $satisfied } · 基本满意 { $basically } · 不满意 { $unsatisfied }，满意率 { $rate }%（到昨天）
stats-ratings-few = 今年评价不到 { $count } 件，不单列（怕认出是谁）
# 常用答复
button-templates = 📋 常用答复
names-variable-name = 姓名|名字|居民
names-variable-number = 编号|事项编号|单号
names-variable-day = 日期|今天
names-variable-due = 期限|答复期限
names-variable-unit = 单位|社区
names-variable-office = 办公地点|地址|窗口
names-variable-phone = 电话|办公电话
names-variable-hours = 办公时间|时间
names-variable-kind = 类别|种类
names-variable-staff = 经办人|工作人员
template-somebody = 居民朋友
template-day = { $day }
tpl = 📋 <b>常用答复</b>，共 { $count } 条。点一条看内容：
tpl-none = 📋 还没有常用答复。点“新增”，先起名字，再写内容。
tpl-in-case = 📋 <b>{ $number }</b> 用哪一条？点了先看填好的样子，不会马上发：
tpl-in-case-none = 📋 还没有常用答复。在群里（不在事项里）发 /tpl 就可以新增。
button-tpl = { $above ->
    [yes] ⬆️ { $name }
   *[no] { $name }
}
button-tpl-add = ➕ 新增
tpl-one = 📋 <b>{ $name }</b>{ $above ->
    [yes] {" "}（上级的，只能用，不能改）
   *[no] {""}
}
    { $text }
button-tpl-change = ✏️ 改内容
button-tpl-drop = 🗑 删掉
tpl-drop-sure = 🗑 删掉“<b>{ $name }</b>”吗？删了就没有了：
    { $text }
tpl-dropped = 🗑 “{ $name }”删掉了。
tpl-ask-name = ➕ <a href="tg://user?id={ $user }">{ $who }</a>，请<b>回复本条消息</b>写这条常用答复的名字（30 个字以内）。不写了，回复“取消”。
tpl-ask-text = ✏️ <a href="tg://user?id={ $user }">{ $who }</a>，请<b>回复本条消息</b>写“{ $name }”的内容。可以用：{ $known }，用的时候会自动填。不写了，回复“取消”。
tpl-saved = ✅ 存好了：<b>{ $name }</b>
    { $text }
tpl-cancelled = 好的，不写了。什么都没有改。
tpl-filled = 👀 <b>{ $number }</b>，居民会看到：
    <blockquote>{ $text }</blockquote>
button-tpl-reply = 📨 当回复发
button-tpl-answer = 📄 当答复发
button-tpl-edit-reply = ✏️ 改了再回复
button-tpl-edit-answer = ✏️ 改了再答复
tpl-copy = ✏️ 点一下就复制好了，改好以后回复下面的提示：
    <code>{ $text }</code>
tpl-sent = 📨 { $number }：用“{ $name }”发出去了。
tpl-drafted = ✍️ { $number }：“{ $name }”<b>还没有发</b>。缺几项，已放进答复草稿，见下面，补齐再发。
error-template-name = 名字要有字，最多 { $count } 个字。请再写一次。
error-template-text = 内容要有字，最多 { $count } 个字。请再写一次。
error-template-variable = 没有“{ $word }”这一项。可以用：{ $known }。请改好再写一次。
error-template-personal = 常用答复里不要写电话、证件号、门牌号。办公电话请写 {"{"}电话{"}"}，会自动填。请改好再写一次。
error-template-many = 已经有 { $count } 条了。请先删掉不用的。
error-template-exists = 已经有一条叫这个名字了。请换个名字，或者打开那一条改。
error-template-changed = 同事刚改过这一条。请再发 /tpl，看最新的。
error-template-gone = 这一条已经删掉了。请再发 /tpl。
error-template-of-above = 这一条是上级的，只能用，不能改。可以新增一条同名的，就先用自己的。
