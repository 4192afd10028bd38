card-walk-in = 🚶 { $name }（柜台登记，{ $called ->
    [yes] 留了电话
   *[no] 没留电话
}）
card-for = 👤 { $author } 代 <b>{ $name }</b> 提交
card-hint-walk-in = <i>回复会给对方凭单子看，对方不用 Telegram，请打电话或当面告诉；以 // 开头的是内部备注。</i>
staff-kept-for-walk-in = 🚶 已存好，对方凭单子上的取件码看。请另外打电话或当面告诉。
receipt-for = {"\u000A"}这件事是 <b>{ $author }</b> 代 <b>{ $name }</b> 提交的。
case-for = 👥 为 <b>{ $name }</b> 提交
preview-for = 👥 为 <b>{ $name }</b> 提交（进展和回复发给您）
button-change-whose = 👥 这是替别人写的
button-whose-self = 是我自己的事
button-whose-named = 替 { $name }
button-whose-household = 替家里人
button-whose-other = 替别人
petition-whose = 👥 这件事是谁的？

    替别人写，工作人员会看到您的名字和那个人的名字；进展和回复发给您。那个人自己的来信您看不到。
petition-whose-name = 请写那个人的姓名。
petition-whose-phone = 要不要留 <b>{ $name }</b> 的电话？工作人员需要时才看。不留就点“跳过”。
whose-name-only = 请只写姓名，最多 { $count } 个字。
button-phone = 📞 看电话
button-slip = 🖨 重打单子
phone-is = { $name }：{ $phone }（已记录您看过）
slip-ready = 🖨 <b>{ $number }</b> 的单子，请打印（A5）交给 { $name }。取件码在单子上，不要另外发给别人。
slip-title = { $unit } 来信单
slip-what = { $name }：{ $kind }，{ $day } 登记。
slip-next = 接下来：{ $claim } 前有人接手，{ $reply } 前答复（这是我们自己的承诺）。
slip-next-urgent = 接下来（紧急求助按小时算）：{ $claim }前有人接手，{ $reply }前告诉您怎么办（这是我们自己的承诺）。
slip-law = 法律规定：{ $accept } 前告知是否受理，从登记算起最晚 { $answer } 答复。
slip-bot = 看进展：扫上面的码，或在 Telegram 里找 @{ $bot }，把上面的取件码发给它。
slip-call = 也可以打电话问：{ $phone }，报编号 { $number }。
slip-office = 或到：{ $office }（{ $hours }）。
slip-foot = 取件码就像钥匙，请收好，不要给别人看。
intake-label-kind = 类别|种类|事项
intake-label-name = 姓名|名字|来人
intake-label-phone = 电话|手机|手机号|联系电话
intake-label-room = 房号|住址|地址
intake-label-text = 内容|事情|情况|诉求
names-none = 无|没有|没|不留|不愿留
intake-kind = 📝 <a href="tg://user?id={ $user }">{ $name }</a> 登记来访、来电：是哪一类？
    （也可以一次写完，每行一项：<code>/intake 姓名：…</code>，再写 电话、房号、类别、内容。）
intake-name = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复这条消息</b>：来人叫什么名字？
intake-name-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复这条消息</b>：来人叫什么名字？不愿留名就回“无”。
intake-phone-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复这条消息</b>：来人的电话？没有就回“无”。
intake-room-or-none = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复这条消息</b>：住哪里（楼栋、房号）？没有就回“无”。
intake-text = 📝 <a href="tg://user?id={ $user }">{ $name }</a>，请<b>回复这条消息</b>：是什么事？一次写完，照片可以以后发到来信的话题里。
intake-look = 📝 <b>请核对</b>
    类别：{ $kind }
    姓名：{ $name }
    电话：{ $phone }
    住处：{ $room }
    <blockquote>{ $text }</blockquote>
    要改哪一项，就再回复一次问那一项的消息，或再发 <code>/intake 电话：…</code>。
intake-filed = ✅ 已登记为 <b>{ $number }</b>，单子在下面。
intake-cancelled = 已取消，没有登记。
intake-goes-on = 您有一份还没登记完，接着来。不要了就点或回“取消”。
intake-elsewhere = 您在另一个工作群里还有一份没登记完。请先在那里登记或取消。
intake-words-only = 请回复文字。照片等登记以后发到来信的话题里。
intake-not-yours = 这是别人的登记表，或已经登记、取消了。
button-intake-file = ✅ 登记并出单子
button-intake-cancel = ✖️ 取消
error-own-case = { $number } 是您自己提交的，请同事来办。
error-intake-empty = 这一项要写。请再回复一次。
error-intake-phone = 这不是电话号码。请再写一次。
error-intake-long = 太长了，最多 { $count } 个字。请再写一次。
error-intake-open = 还有没写的项目，请发 /intake 接着写。
error-slip-none = { $number } 不是柜台登记的，没有单子。
error-phone-none = { $number } 没有留电话。
