menu-identity = 🪪 核对身份
event-join = 来信人核对了身份，这件来信归到自己名下
button-who-i-am = 🪪 看核对结果
button-identity-paper = 到柜台核对（要一个办理码）
button-identity-help = 替没有手机的家人办（要一个办理码）
button-take-walk-ins = 把这 { $count } 件归到我名下
identity = 🪪 <b>核对身份</b>

    核对以后，您在居民名册上是谁、住在哪里就清楚了：可以投票，来信也直接交给您住的地方。名册上的身份别的居民看不到。
identity-known = 🪪 您已核对为 <b>{ $name }</b>（{ $unit }）。搬家了，或者哪里不对，请告诉居委会。
identity-helped = 👥 您还可以替 <b>{ $name }</b> 写来信。
identity-walk-ins = 📎 用您的电话在柜台登记过 { $count } 件来信：{ $numbers }。归到您名下，就能在这里看进展、收回复。
identity-between = 、
identity-taken = ✅ 已把 { $count } 件来信归到您名下，在“我的来信”里看。
identity-verify = 📱 <b>核对身份</b>

    请点“出示我的手机号”，再点屏幕下面的按钮。号码只用来和名册核对，不另外留下。
identity-typed = 打出来的号码不能证明是您的。请点“出示我的手机号”，再点屏幕下面的按钮。
identity-forwarded = 转发来的名片不能证明是您的。请点“出示我的手机号”，再点屏幕下面的按钮。
identity-code = 🔑 您的办理码：<code>{ $code }</code>

    24 小时内有效，只能用一次。请带上证件，到 { $office }（{ $hours }），把办理码给工作人员看。不方便就打电话：{ $phone }
    请不要发给别人。
identity-code-gone = 办理码只显示一次。要用就再要一个，以前的随即作废。
identity-bound = ✅ 工作人员已当面核对：您是居民名册上的 <b>{ $name }</b>。如果不是您本人去办的，请马上告诉居委会。
identity-helps = ✅ 工作人员已当面核对：您可以替 <b>{ $name }</b> 写来信。如果不是您去办的，请马上告诉居委会。
person-usage = 用法：<code>/bindperson 办理码 姓名</code>，同名的再加上楼栋或房号。办理码由居民在机器人“核对身份”里要。请先看证件。
person-which = 🪪 请看过证件再按。按下后，这个账号就是名册上的：
person-which-helped = 🪪 这个账号已经是 <b>{ $name }</b> 的。按下后，{ $name } 只是可以替这个人写来信，不能替他投票。请看过证件再按：
person-more = ……另有 { $count } 位。请在姓名后面加上楼栋或房号。
button-person-bind = 就是 { $name } · { $home }
button-person-help = 替 { $name } · { $home }
person-bound = ✅ { $by } 看过证件：账号已绑定到 { $name }（{ $home }）。
person-helped = ✅ { $by } 看过证件：这个账号可以替 { $name }（{ $home }）写来信。
error-person-at-desk = 请在办来信的工作群里办。
error-person-unknown = 本单位的名册上没有找到这个人。请核对姓名、楼栋、房号。
error-person-taken = 名册上这个人已经有账号了，没有再绑定。
error-person-bound = 这个账号已经绑定了名册上的另一个人。
error-person-unverified = 请先核对身份。
error-paper-code = 办理码不对、用过了，或已过 24 小时。请居民在机器人里再要一个。
