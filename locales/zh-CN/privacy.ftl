# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 本人发来一张名片。本级只看事情，不显示姓名和号码。

cli-help-audit = 检查操作记录有没有被改动。
cli-help-audit-verify = 把操作记录和封印逐段核对；有一段对不上，就列出来，并以 1 退出。
cli-help-audit-seal = 以前抄下的封印开头（/audit 每页都写着）；不在链上，说明记录被截短过。
cli-audit-well = 操作记录完好：共 { $rows } 行，其中 { $unsealed } 行还没有封印。最新封印：{ $seal }
cli-audit-broken = 第 { $first }–{ $last } 行（{ $day } 封印）对不上：有行被改、被删或是后加的。
cli-audit-seal-unknown = 封印 { $seal } 不在链上：抄错了，或者记录被截短过。
