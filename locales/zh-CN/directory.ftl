menu-who = 查电话：派出所、妇联、律师等
who = 📒 <b>便民名录</b>
    点一个看电话和时间，也可以打字查，比如“派出所电话”。
who-found = 📒 <b>您找的是不是：</b>
who-empty = 便民名录还没有内容。要找人，请看 /help 里的电话。
who-gone = 这一条已经撤下了。
who-row = { $name }
button-who-all = 看全部名录
office = { $kind } <b>{ $name }</b>
office-kind-women = 👩 妇女儿童
office-kind-consumer = 🛒 消费维权
office-kind-police = 👮 警务
office-kind-lawyer = ⚖️ 法律服务
office-kind-mediation = 🤝 调解
office-kind-health = 🏥 卫生健康
office-kind-partner = 🏢 包保单位
office-kind-other = 📍 其他
office-does = 办什么：{ $text }
office-hours = 时间：{ $text }
office-phone = ☎️ { $text }
office-place = 地址：{ $text }
office-goal = <b>目标</b>：{ $text }
office-plan = <b>计划</b>：{ $text }
office-measures = <b>内容</b>：{ $text }
office-results = <b>成果</b>：{ $text }
office-words = <i>这些字也能查到：{ $text }</i>
names-office-kind = 类别|种类|kind
names-office-does = 办什么|职责|业务|does
names-office-hours = 时间|办公时间|hours
names-office-phone = 电话|座机|phone
names-office-place = 地址|地点|place
names-office-words = 关键词|查询词|words
names-office-goal = 目标|goal
names-office-plan = 计划|plan
names-office-measures = 内容|措施|measures
names-office-results = 成果|results
staff-who = 📒 <b>便民名录</b>：点一个看，可以发布或撤下。改或加一个，这样写：
    <code>/who 社区警务室
    电话：010-55500110
    时间：周一到周五 8:30–17:30
    办什么：报案、开证明
    关键词：派出所 民警</code>
    包保单位还可以写 目标、计划、内容、成果。
staff-who-none = 名录里没有“{ $text }”。加一个，这样写：
    <code>/who 名称
    电话：座机号码
    时间：
    办什么：
    关键词：</code>
staff-who-row = { $draft ->
    [yes] ✏️ { $name }（没发布）
   *[no] { $name }
}
office-look = 👀 <b>居民会看到这样</b>，看好了再发布：
office-published = 📢 <b>居民现在看到的：</b>
office-dropped = 这一条不要了。
button-office-publish = 发布
button-office-drop = 不要了
button-office-withdraw = 撤下
command-private-who = 查电话：派出所、妇联、律师等
command-group-who = 便民名录：查、改、发布
error-office-elsewhere = 便民名录在受理群里改。
error-office-name = 请写名称，比如：/who 社区警务室
error-office-phone = 电话没看懂。请写能拨的号码，比如 010-55500110。
error-office-mobile = 手机号是个人的，不能公布。请写办公室的座机。
error-office-long = 太长了，这一项最多 { $count } 个字。
error-office-kind = 没有这个类别。请写：妇女儿童、消费维权、警务、法律服务、调解、卫生健康、包保单位、其他。
error-office-unknown = 没有找到这一条，可能已经撤下，或者是别的单位的。
error-office-changed = 同事刚改过，请再点开看看。
