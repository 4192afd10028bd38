menu-vote = 测评、投票
help-voting = • 发 /vote 参加测评和投票。投给谁，谁也查不到。
ballot-kind-appraisal = 民主测评
ballot-kind-motion = 一事一议
ballot-is-draft = 草稿
ballot-is-proposed = 等两人审批
ballot-is-approved = 已批准，等开始
ballot-is-open = 正在投票
ballot-is-closed = 正在计票
ballot-is-published = 已公布
ballot-is-withheld = 不公布
ballot-is-cancelled = 已取消
grade-excellent = 优秀
grade-competent = 称职
grade-basic = 基本称职
grade-incompetent = 不称职
grade-good = 好
grade-fair = 较好
grade-average = 一般
grade-poor = 差
grade-satisfied = 满意
grade-mostly = 基本满意
grade-dissatisfied = 不满意
grade-yes = 同意
grade-no = 不同意
grade-abstain = 弃权
button-grade-excellent = 优秀
button-grade-competent = 称职
button-grade-basic = 基本称职
button-grade-incompetent = 不称职
button-grade-good = 好
button-grade-fair = 较好
button-grade-average = 一般
button-grade-poor = 差
button-grade-satisfied = 满意
button-grade-mostly = 基本满意
button-grade-dissatisfied = 不满意
button-grade-yes = 同意
button-grade-no = 不同意
button-grade-abstain = 弃权（不了解）
dimension-morality = 德（品德作风）
dimension-ability = 能（办事本领）
dimension-diligence = 勤（勤快负责）
dimension-achievement = 绩（做成的事）
dimension-integrity = 廉（廉洁公道）
dimension-decision = 表决
dimension-short-morality = 德
dimension-short-ability = 能
dimension-short-diligence = 勤
dimension-short-achievement = 绩
dimension-short-integrity = 廉
dimension-short-decision = 表决
votes = 🗳 <b>测评和投票</b>，请选一项：
votes-none = 🗳 现在没有测评，也没有投票。有了会通知您。
vote-row = { $title } · { $standing }
vote-is-soon = 还没开始
vote-is-may_vote = 等您投
vote-is-voted = 已投
vote-is-not_on_roll = 您不在名单上
vote-is-unverified = 先核对身份
vote-is-over = 看结果
vote-is-waits = 正在计票
button-verify = 核对身份（用手机号）
button-vote = 🗳 去投票
button-all-votes = 全部测评和投票
button-share-phone = 📱 出示我的手机号
keyboard-share-phone = 📱 把我的手机号给居委会
vote-ballot = 🗳 <b>{ $title }</b>（{ $kind }）
    { $opens } 至 { $closes }

    { $intro }
vote-branch = 党支部先研究过：{ $study }
ballot-turnout = 已投 { $marks } 票，应投 { $seats } 票（{ $share }%）
vote-stand-soon = {"\u000A"}{ $opens } 开始，到时会通知您。
vote-stand-may_vote = {"\u000A"}投票是秘密的：名单只记谁投过，票箱只有票，谁也查不出您投了什么。投出去以前可以改，投出去以后不能改。
vote-stand-voted = {"\u000A"}✅ 您（或您家）已经投过票了。{ $closes } 以后公布结果。
vote-stand-not_on_roll = {"\u000A"}这次投票的名单上没有您，所以您不能投。觉得不对，请打居委会电话问：{ $phone }
vote-stand-unverified = {"\u000A"}投票要先核对身份：请出示您自己的手机号。
vote-stand-waits = {"\u000A"}投票时间到了，正在计票。
vote-verify = 📱 <b>核对身份</b>

    投票前要知道您在不在居民名册上。请点“出示我的手机号”，再点屏幕下面的按钮。号码只用来和名册核对，不另外留下。
vote-share-below = 👇 请点屏幕最下面的按钮“把我的手机号给居委会”。
vote-contact-own = 请出示您自己的手机号：点“出示我的手机号”，再点屏幕下面的按钮。转发的名片不能用。
vote-verified = ✅ 核对好了，谢谢。
vote-debrief = 📄 <b>{ $name }</b>（第 { $number } 项，共 { $count } 项）请先看：

    { $text }
button-grade = 看完了，给“{ $name }”投票
button-debrief-file = 📎 看文件
button-vote-later = 先放着，以后再投
vote-later = 选好的都给您存着（别人看不到），发 /vote 接着投。
vote-given = ✓ { $dimension }：{ $grade }
vote-grade = 🗳 <b>{ $name }</b>（{ $number }/{ $count }）
    <b>{ $dimension }</b>，您觉得怎么样？请点按钮：
vote-motion = 🗳 <b>{ $name }</b>
    您同意吗？请点按钮：
button-vote-before = ← 上一步
vote-press = 这里请点按钮。打字不算票，也不会留下。
vote-review = 🗳 <b>{ $title }</b> 请最后看一遍：
vote-review-row = • <b>{ $name }</b>：{ $grades }
vote-review-open = {"\u000A"}还有 { $count } 个没选。
vote-review-receipt = {"\u000A"}🎫 您的回执码：<code>{ $code }</code>
    <b>请现在抄下来或截图，投出以后谁也查不到它。</b>公布后可以用它查您的票在不在里面；它看不出您投了什么。
    投出以后不能再改。
button-vote-rest = 接着选
button-cast = ✅ 确定投出
button-vote-change = 改一改
vote-change = 要改哪一项？
button-change-of = { $name }
vote-cast-done = ✅ <b>您的票已经投进票箱了。</b>
    { $title }：已投 { $marks } 票，应投 { $seats } 票（{ $share }%）
    { $closes } 截止，之后公布结果。
button-show-ballot = 🗳 打开看看
vote-result = 📊 <b>{ $title }</b> 结果（{ $closes } 截止）
ballot-result-subject = {"\u000A"}<b>{ $name }</b>：{ $overall }，满意率 { $rate }%
ballot-spread-4 = · { $dimension }：{ $grade1 } { $count1 }，{ $grade2 } { $count2 }，{ $grade3 } { $count3 }，{ $grade4 } { $count4 }，弃权 { $abstain }
ballot-spread-3 = · { $dimension }：{ $grade1 } { $count1 }，{ $grade2 } { $count2 }，{ $grade3 } { $count3 }，弃权 { $abstain }
ballot-result-group = {"\u000A"}其中 <b>{ $name }</b>：
ballot-flag-no_award = ⚠️ 评为“一般”或“差”的单位，不能参加评优。
ballot-flag-twice = ⚠️ 连续两次评为“不称职”：按居民委员会组织法第三十七条，职务终止。
ballot-withheld-mismatch = ⚠️ 票箱里的票数和投票登记的人数对不上，所以结果不公布，由居务监督委员会查明。
ballot-withheld-few = 投票的人（或其中一类人）不到 5 个，公布就会看出谁投了什么，所以结果不公布。
motion-votes = 同意 { $yes }，不同意 { $no }，弃权 { $abstain }
motion-quorum = 参加人数要{ $more ->
    [yes] 超过
   *[no] 达到
}应到的 { $top }/{ $bottom }：{ $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }，{ $reached ->
    [yes] 够了
   *[no] 不够
}
motion-majority = 同意的要{ $more ->
    [yes] 超过
   *[no] 达到
}参加的 { $top }/{ $bottom }：{ $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }，{ $reached ->
    [yes] 够了
   *[no] 不够
}
motion-not-quorate = ❌ <b>参加的人不够，这次表决无效。</b>
motion-passed = ✅ <b>通过。</b>
motion-failed = ❌ <b>没有通过。</b>
button-result-of = 看“{ $name }”的分布
button-result-whole = ← 回到总结果
button-chart = 📊 看图
button-lists = 📄 要公布的票单
vote-chart = 📊 结果图
vote-lists = 📄 公布的票单：回执和选择分开列出、各自打乱，谁都可以重新数一遍。
    核对码：<code>{ $seal }</code>
chart-turnout-rated = 投了 { $cast } 票，应投 { $seats } 票；百分数是满意率
chart-turnout = 投了 { $cast } 票，应投 { $seats } 票
ballot-opened = 🗳 <b>{ $title }</b> 开始投票了，{ $closes } 截止。请您来投，投什么谁也查不到。
ballot-opened-staff = 🗳 <b>{ $title }</b> 开始投票了，应投 { $seats } 票，{ $closes } 截止。发 /ballots 看投票进度。
ballot-told-published = 📊 <b>{ $title }</b> 的结果公布了。
ballot-told-withheld = <b>{ $title }</b> 的投票结束了，结果不公布。
ballot-told-cancelled = <b>{ $title }</b> 取消了。投过的票已经销毁，没有计数。
ballots = 🗳 测评和投票（{ $count } 项）
ballots-none = 🗳 还没有测评和投票。先用命令 linli ballot load 录入。
ballots-row = { $title } · { $state }
ballot-sheet = 🗳 <b>{ $title }</b>（{ $kind }，{ $unit }）· { $state }
    { $opens } 至 { $closes }
ballot-sheet-of = 评议：{ $subjects }
    投票人：{ $classes }
ballot-sheet-branch = 党支部研究：{ $study }
ballot-sheet-approved = 已审批：{ $names }（{ $count }/{ $of }）
ballot-do-propose = 提交审批
ballot-do-approve = ✅ 我批准
ballot-do-send_back = 退回修改
ballot-do-cancel = ✖️ 取消
ballot-do-refresh = 🔄 刷新
ballot-do-list = ← 全部
ballot-cancel-sure = 确定取消“{ $title }”？已投的 { $marks } 票会销毁，不计数，也不能恢复。
ballot-cancel-two = 要两位监督委员都确定才取消，您是第一位。
ballot-sheet-off = ✖️ { $name } 要求取消，还要另一位委员也点“取消”。
ballot-do-cancel-sure = 确定取消
ballot-do-keep = 不取消
ballot-done-propose = 已提交，等两位监督委员批准
ballot-done-approve = 已记下您的批准
ballot-done-send_back = 已退回
ballot-done-cancel-wished = 已记下，还要另一位监督委员也点取消
ballot-done-cancel = 已取消
button-report = 📄 看内容
button-report-next = 下一项 →
ballot-report = 📄 <b>{ $name }</b>（{ $number }/{ $count }）

    { $text }
ballot-notice = 🗳 <b>{ $title }</b>：{ $opens } 开始表决，{ $closes } 截止。请先看看要表决什么。
ballot-weights = 计票：{ $classes }
ballot-rule-residents = 居民会议表决：应到的人超过一半参加，参加的人超过一半同意，就通过。
ballot-rule-households = 户代表会议表决，一户一票：超过一半的户参加，参加的户超过一半同意，就通过。
ballot-rule-representatives = 居民代表会议表决：三分之二以上的代表参加，参加的代表超过一半同意，就通过。
ballot-do-read = 📄 看内容
ballot-do-sheet = ← 返回
