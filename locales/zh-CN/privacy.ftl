# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 本人发来一张名片。本级只看事情，不显示姓名和号码。

cli-help-audit = 检查操作记录有没有被改动。
cli-help-audit-verify = 把操作记录和封印逐段核对；有一段对不上，就列出来，并以 1 退出。
cli-help-audit-seal = 以前抄下的封印开头（/audit 每页都写着）；不在链上，说明记录被截短过。
cli-audit-well = 操作记录完好：共 { $rows } 行，其中 { $unsealed } 行还没有封印。最新封印：{ $seal }
cli-audit-broken = 第 { $first }–{ $last } 行（{ $day } 封印）对不上：有行被改、被删或是后加的。
cli-audit-seal-unknown = 封印 { $seal } 不在链上：抄错了，或者记录被截短过。

command-group-identity = 查看来件人是谁（要选原因，会记录）
command-group-audit = 查看记录：谁看过来件人（监督委员会）

button-identity = 🔒 来件人是谁
identity-why = 🔒 { $number }：要看来件人的姓名、电话和住址，请先点原因。只有点的人自己看得到；谁、什么时候、为什么看，都会记下来，居务监督委员会查得到。
identity-reason-call = 打电话联系
identity-reason-visit = 上门或现场处理
identity-reason-check = 核实身份
identity-reason-help = 有人有危险，要救助
identity-shown = { $number }
    { $name }
    ☎ { $phone }
    ⌂ { $home }
identity-told = 文中：{ $told }
audit-log = 🔎 谁看过来件人是谁（最近的在前）
audit-empty = 🔎 没有这样的查看记录。
audit-row = { $number } · { $name } · { $at } · { $reason }
audit-seal = 第 { $page } 页，共 { $pages } 页。只看一件、一个月或一个人：/audit 123、/audit 2026-03、/audit 姓名。记录封印：{ $seal }
button-newer = ◀ 较新
button-older = 较早 ▶
error-identity-none = { $number } 没有留下姓名：匿名提出，或者姓名已经删除。
error-audit-elsewhere = 查看记录只给居务监督委员会看，请在他们的群里用。
error-audit-case-unknown = 找不到这个编号，或者不归本单位。
error-audit-month = 没有这个月份，请写成 2026-03 这样。

command-private-me = 我的资料：查看、带走、删除
menu-me = 👤 我的资料
card-unnamed-erased = 👤 （来件人已要求删除姓名）
card-unnamed-expired = 👤 （办结已久，姓名已隐去）
me = 👤 这里有您的：
    姓名：{ $name }
    社区：{ $unit }
    名册核对：{ $verified ->
        [yes] 已核对
       *[no] 未核对
    }
    语言：{ $language }
    通知：{ $rhythm }
    同意隐私说明：{ $agreed }；同意经境外传送：{ $abroad }
    事项 { $cases } 件，预约 { $bookings } 次，参加投票 { $votes } 次（投了什么，谁也不知道）
me-mediations = 别人请您调解的事 { $count } 件
button-me-export = 📦 把我的资料发给我
button-me-subscribe = 🔔 改通知
button-me-language = 🌐 改语言
button-me-reminders-off = 🔕 预约不用提醒我
button-me-reminders-on = 🔔 预约还是提醒我
me-reminders-off = 好的，预约前一天和前一小时不再提醒您。排队轮到您、时间改了或者取消了，还是会告诉您。
me-reminders-on = 好的，预约前一天和前一小时会提醒您。
button-me-erase = 🗑 删除我的资料
button-me-go-on = 看过了，继续
button-me-erase-now = 🗑 确定删除，不能恢复
button-me-keep = 不删了
me-export-coming = 正在整理，一会儿发给您，共 { $count } 个文件。
me-export-today = 今天已经发过一次了，明天可以再要。
export-part = 📦 您的资料，第 { $part } 个，共 { $parts } 个。里面是 linli.json 和您的文件。
me-erase = 🗑 删除以前，请看清楚：
me-erase-goes = ▪ 马上删掉：您的姓名、账号、语言、社区、同意记录、通知选择、没写完的话；还没到的预约会取消；名册和您账号的关联会解开。
me-erase-stays = ▪ 依法要留下：您提过的事和答复，但不再有您的姓名。还在办的照样办，给您一个查询码，凭码看答复；正在调解的就到此结束。不想再办的，请先撤回。投过的票不能收回。
me-erase-telegram = ▪ 我们删不掉：Telegram 里您和工作人员那边已有的消息。您自己这边请您自己删。备份里的旧资料，要等备份过期。
me-erase-words = ▪ 找不出来：您或别人写在话里的名字、电话，还有照片和文件里的内容。
me-sure = 🗑 真的要全部删除吗？删了不能恢复。
me-codes = 这些事还在办，以后只能凭码查，请先抄下来：
me-code = { $number } — { $code }
me-erased = ✅ 都删好了。请把这个对话也删掉。以后想用，随时再写给我，从头开始。
error-erase-changed = 您刚刚又有新的事在办，请重新抄一遍查询码。
cli-config-mask-after-days = { $key } 要写办结后多少天隐去姓名：30 到 36500 的数字。
cli-config-unused-files-days = { $key } 要写没人引用的文件保留多少天：1 到 36500 的数字。
cli-config-set-aside-days = { $key } 要写处理不了的消息保留多少天：1 到 36500 的数字。
