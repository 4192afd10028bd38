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
