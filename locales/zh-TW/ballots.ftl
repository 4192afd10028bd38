menu-vote = 測評、投票
help-voting = • 發 /vote 參加測評和投票。投給誰，誰也查不到。
ballot-kind-appraisal = 民主測評
ballot-kind-motion = 一事一議
ballot-is-draft = 草稿
ballot-is-proposed = 等兩人審批
ballot-is-approved = 已批准，等開始
ballot-is-open = 正在投票
ballot-is-closed = 正在計票
ballot-is-published = 已公佈
ballot-is-withheld = 不公佈
ballot-is-cancelled = 已取消
grade-excellent = 優秀
grade-competent = 稱職
grade-basic = 基本稱職
grade-incompetent = 不稱職
grade-good = 好
grade-fair = 較好
grade-average = 一般
grade-poor = 差
grade-satisfied = 滿意
grade-mostly = 基本滿意
grade-dissatisfied = 不滿意
grade-yes = 同意
grade-no = 不同意
grade-abstain = 棄權
button-grade-excellent = 優秀
button-grade-competent = 稱職
button-grade-basic = 基本稱職
button-grade-incompetent = 不稱職
button-grade-good = 好
button-grade-fair = 較好
button-grade-average = 一般
button-grade-poor = 差
button-grade-satisfied = 滿意
button-grade-mostly = 基本滿意
button-grade-dissatisfied = 不滿意
button-grade-yes = 同意
button-grade-no = 不同意
button-grade-abstain = 棄權（不瞭解）
dimension-morality = 德（品德作風）
dimension-ability = 能（辦事本領）
dimension-diligence = 勤（勤快負責）
dimension-achievement = 績（做成的事）
dimension-integrity = 廉（廉潔公道）
dimension-decision = 表決
dimension-short-morality = 德
dimension-short-ability = 能
dimension-short-diligence = 勤
dimension-short-achievement = 績
dimension-short-integrity = 廉
dimension-short-decision = 表決
votes = 🗳 <b>測評和投票</b>，請選一項：
votes-none = 🗳 現在沒有測評，也沒有投票。有了會通知您。
vote-row = { $title } · { $standing }
vote-is-soon = 還沒開始
vote-is-may_vote = 等您投
vote-is-voted = 已投
vote-is-not_on_roll = 您不在名單上
vote-is-unverified = 先核對身份
vote-is-over = 看結果
vote-is-waits = 正在計票
button-verify = 核對身份（用手機號）
button-vote = 🗳 去投票
button-all-votes = 全部測評和投票
button-share-phone = 📱 出示我的手機號
keyboard-share-phone = 📱 把我的手機號給居委會
vote-ballot =
    🗳 <b>{ $title }</b>（{ $kind }）
    { $opens } 至 { $closes }

    { $intro }
vote-branch = 黨支部先研究過：{ $study }
ballot-turnout = 已投 { $marks } 票，應投 { $seats } 票（{ $share }%）
vote-stand-soon = { "\u000A" }{ $opens } 開始，到時會通知您。
vote-stand-may_vote = { "\u000A" }投票是秘密的：名單隻記誰投過，票箱只有票，誰也查不出您投了什麼。投出去以前可以改，投出去以後不能改。
vote-stand-voted = { "\u000A" }✅ 您（或您家）已經投過票了。{ $closes } 以後公佈結果。
vote-stand-not_on_roll = { "\u000A" }這次投票的名單上沒有您，所以您不能投。覺得不對，請打居委會電話問：{ $phone }
vote-stand-unverified = { "\u000A" }投票要先核對身份：請出示您自己的手機號。
vote-stand-waits = { "\u000A" }投票時間到了，正在計票。
vote-verify =
    📱 <b>核對身份</b>

    投票前要知道您在不在居民名冊上。請點「出示我的手機號」，再點螢幕下面的按鈕。號碼只用來和名冊核對，不另外留下。
vote-share-below = 👇 請點螢幕最下面的按鈕「把我的手機號給居委會」。
vote-contact-own = 請出示您自己的手機號：點「出示我的手機號」，再點螢幕下面的按鈕。轉發的名片不能用。
vote-verified = ✅ 核對好了，謝謝。
vote-debrief =
    📄 <b>{ $name }</b>（第 { $number } 項，共 { $count } 項）請先看：

    { $text }
button-grade = 看完了，給「{ $name }」投票
button-debrief-file = 📎 看檔案
button-vote-later = 先放著，以後再投
vote-later = 選好的都給您存著（別人看不到），發 /vote 接著投。
vote-given = ✓ { $dimension }：{ $grade }
vote-grade =
    🗳 <b>{ $name }</b>（{ $number }/{ $count }）
    <b>{ $dimension }</b>，您覺得怎麼樣？請點按鈕：
vote-motion =
    🗳 <b>{ $name }</b>
    您同意嗎？請點按鈕：
button-vote-before = ← 上一步
vote-press = 這裡請點按鈕。打字不算票，也不會留下。
vote-review = 🗳 <b>{ $title }</b> 請最後看一遍：
vote-review-row = • <b>{ $name }</b>：{ $grades }
vote-review-open = { "\u000A" }還有 { $count } 個沒選。
vote-review-receipt =
    { "\u000A" }🎫 您的回執碼：<code>{ $code }</code>
    <b>請現在抄下來或截圖，投出以後誰也查不到它。</b>公佈後可以用它查您的票在不在裡面；它看不出您投了什麼。
    投出以後不能再改。
button-vote-rest = 接著選
button-cast = ✅ 確定投出
button-vote-change = 改一改
vote-change = 要改哪一項？
button-change-of = { $name }
vote-cast-done =
    ✅ <b>您的票已經投進票箱了。</b>
    { $title }：已投 { $marks } 票，應投 { $seats } 票（{ $share }%）
    { $closes } 截止，之後公佈結果。
button-show-ballot = 🗳 開啟看看
vote-result = 📊 <b>{ $title }</b> 結果（{ $closes } 截止）
ballot-result-subject = { "\u000A" }<b>{ $name }</b>：{ $overall }，滿意率 { $rate }%
ballot-spread-4 = · { $dimension }：{ $grade1 } { $count1 }，{ $grade2 } { $count2 }，{ $grade3 } { $count3 }，{ $grade4 } { $count4 }，棄權 { $abstain }
ballot-spread-3 = · { $dimension }：{ $grade1 } { $count1 }，{ $grade2 } { $count2 }，{ $grade3 } { $count3 }，棄權 { $abstain }
ballot-result-group = { "\u000A" }其中 <b>{ $name }</b>：
ballot-flag-no_award = ⚠️ 評為「一般」或「差」的單位，不能參加評優。
ballot-flag-twice = ⚠️ 連續兩次評為「不稱職」：按居民委員會組織法第三十七條，職務終止。
ballot-withheld-mismatch = ⚠️ 票箱裡的票數和投票登記的人數對不上，所以結果不公佈，由居務監督委員會查明。
ballot-withheld-few = 投票的人（或其中一類人）不到 5 個，公佈就會看出誰投了什麼，所以結果不公佈。
motion-votes = 同意 { $yes }，不同意 { $no }，棄權 { $abstain }
motion-quorum =
    參加人數要{ $more ->
        [yes] 超過
       *[no] 達到
    }應到的 { $top }/{ $bottom }：{ $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }，{ $reached ->
        [yes] 夠了
       *[no] 不夠
    }
motion-majority =
    同意的要{ $more ->
        [yes] 超過
       *[no] 達到
    }參加的 { $top }/{ $bottom }：{ $part } × { $bottom } = { $left } { $sign } { $right } = { $whole } × { $top }，{ $reached ->
        [yes] 夠了
       *[no] 不夠
    }
motion-not-quorate = ❌ <b>參加的人不夠，這次表決無效。</b>
motion-passed = ✅ <b>通過。</b>
motion-failed = ❌ <b>沒有通過。</b>
button-result-of = 看「{ $name }」的分佈
button-result-whole = ← 回到總結果
button-chart = 📊 看圖
button-lists = 📄 要公佈的票單
vote-chart = 📊 結果圖
vote-lists =
    📄 公佈的票單：回執和選擇分開列出、各自打亂，誰都可以重新數一遍。
    核對碼：<code>{ $seal }</code>
chart-turnout-rated = 投了 { $cast } 票，應投 { $seats } 票；百分數是滿意率
chart-turnout = 投了 { $cast } 票，應投 { $seats } 票
ballot-opened = 🗳 <b>{ $title }</b> 開始投票了，{ $closes } 截止。請您來投，投什麼誰也查不到。
ballot-opened-staff = 🗳 <b>{ $title }</b> 開始投票了，應投 { $seats } 票，{ $closes } 截止。發 /ballots 看投票進度。
ballot-told-published = 📊 <b>{ $title }</b> 的結果公佈了。
ballot-told-withheld = <b>{ $title }</b> 的投票結束了，結果不公佈。
ballot-told-cancelled = <b>{ $title }</b> 取消了。投過的票已經銷燬，沒有計數。
ballots = 🗳 測評和投票（{ $count } 項）
ballots-none = 🗳 還沒有測評和投票。先用命令 linli ballot load 錄入。
ballots-row = { $title } · { $state }
ballot-sheet =
    🗳 <b>{ $title }</b>（{ $kind }，{ $unit }）· { $state }
    { $opens } 至 { $closes }
ballot-sheet-of =
    評議：{ $subjects }
    投票人：{ $classes }
ballot-sheet-branch = 黨支部研究：{ $study }
ballot-sheet-approved = 已審批：{ $names }（{ $count }/{ $of }）
ballot-do-propose = 提交審批
ballot-do-approve = ✅ 我批准
ballot-do-send_back = 退回修改
ballot-do-cancel = ✖️ 取消
ballot-do-refresh = 🔄 重新整理
ballot-do-list = ← 全部
ballot-cancel-sure = 確定取消「{ $title }」？已投的 { $marks } 票會銷燬，不計數，也不能恢復。
ballot-cancel-two = 要兩位監督委員都確定才取消，您是第一位。
ballot-sheet-off = ✖️ { $name } 要求取消，還要另一位委員也點「取消」。
ballot-do-cancel-sure = 確定取消
ballot-do-keep = 不取消
ballot-done-propose = 已提交，等兩位監督委員批准
ballot-done-approve = 已記下您的批准
ballot-done-send_back = 已退回
ballot-done-cancel-wished = 已記下，還要另一位監督委員也點取消
ballot-done-cancel = 已取消
button-report = 📄 看內容
button-report-next = 下一項 →
ballot-report =
    📄 <b>{ $name }</b>（{ $number }/{ $count }）

    { $text }
ballot-notice = 🗳 <b>{ $title }</b>：{ $opens } 開始表決，{ $closes } 截止。請先看看要表決什麼。
ballot-weights = 計票：{ $classes }
ballot-rule-residents = 居民會議表決：應到的人超過一半參加，參加的人超過一半同意，就通過。
ballot-rule-households = 戶代表會議表決，一戶一票：超過一半的戶參加，參加的戶超過一半同意，就通過。
ballot-rule-representatives = 居民代表會議表決：三分之二以上的代表參加，參加的代表超過一半同意，就通過。
ballot-do-read = 📄 看內容
ballot-do-sheet = ← 返回
