volunteer-ask = 🙌 <b>当志愿者</b>
    愿意的话，点“我愿意”，再选您能帮什么、什么时候方便。社区要人手时会私下问您，去不去由您；随时可以退出。
    工作人员平时只看到有多少人；您答应了哪一次，才看到您的名字。
volunteer-mine = 🙌 <b>您是志愿者，谢谢！</b>
    选您能帮什么、什么时候方便；再点一次就去掉。一样都不选，就是什么都可以问您。
volunteer-choice = { $on ->
    [yes] ✅ { $what }
   *[no] { $what }
}
volunteer-left = 好的，您不再是志愿者了，记下的都删掉了。谢谢您。
button-volunteer-join = 我愿意
button-volunteer-leave = 退出志愿者
skill-visits = 陪伴老人
skill-carrying = 搬东西、跑腿
skill-repairs = 修修补补
skill-medical = 医疗护理
skill-teaching = 辅导孩子
skill-order = 维持秩序
skill-cleaning = 打扫卫生
skill-any = 谁都行
times-weekdays = 平日白天
times-evenings = 晚上
times-weekends = 周末
volunteer-call = 🙌 <b>{ $unit } 请志愿者帮忙</b>（要 { $count } 人）
    { $text }
button-volunteer-yes = 我去
button-volunteer-no = 这次不行
volunteer-said-yes = 记下了，谢谢您！不能去了就点“这次不行”。
volunteer-said-no = 好的，下次再请您。
volunteer-enough = 人已经够了，谢谢您愿意来！
volunteer-over = 这次已经结束了，谢谢您。
volunteer-thanks = 🌷 <b>{ $unit } 谢谢您来帮忙！</b>
    { $text }
volunteers = 🙌 <b>{ $unit } 志愿者</b>：{ $count } 人
volunteers-rate-residents = 用机器人的居民参与率 { $rate }%
volunteers-rate-units = 驻社区单位代表参与率 { $rate }%
volunteers-rate-party = 党员参与率 { $rate }%
call-usage =
    请志愿者：/call 人数 什么事、什么时候、在哪里
    比如：/call 5 周六上午 9 点，给独居老人送菜，社区门口集合
call-row = { $state } { $text }
call-is-draft = ✏️
call-is-open = 📣
call-is-enough = ✅
call-is-over = 🌷
call-look = 👀 <b>志愿者会看到这样</b>，看好了再发。要 { $count } 人，会问到 { $ready } 人（{ $skill }）：
    <blockquote>{ $text }</blockquote>
call = { $state } <b>请志愿者</b>：要 { $count } 人，问了 { $asked } 人
    <blockquote>{ $text }</blockquote>
    来的 { $yes } 人：{ $names }
    不来的 { $no } 人
call-skill = { $on ->
    [yes] ✅ { $skill }
   *[no] { $skill }
}
call-dropped = 这次不请了。
call-enough = ✅ 志愿者够了：{ $count } 人答应来。{ $text }
button-call-send = 发给他们
button-call-drop = 不请了
button-call-see = 看现在有谁
button-call-thank = 办完了，谢谢他们
button-help-volunteer = 当志愿者
command-private-volunteer = 当志愿者
command-group-call = 请志愿者：人数 什么事
error-call-elsewhere = 请志愿者在受理群里用。
error-call-usage = 请这样写：/call 5 周六上午 9 点，给独居老人送菜
error-call-long = 太长了，最多 { $count } 个字。
error-call-nobody = 还没有合适的志愿者。换一类人试试，或者请居民在 /volunteer 里报名。
error-call-unknown = 没有找到这次活动，可能已经结束，或者没有请您。
error-call-changed = 同事刚处理过，请再看看。
button-call-for-case = 🙌 请志愿者
call-how-many = 🙌 <b>{ $number }</b> 要请几位志愿者？他们只会看到是哪一类事、哪一片、什么时候，看不到居民的姓名、电话和写的话。
button-call-count = { $count } 人
helpers-when = 🙌 <b>{ $number }</b> 要 { $count } 位志愿者，什么时候来？
helpers-when-n = 现在就来
helpers-when-a = 今天下午
helpers-when-e = 今天晚上
helpers-when-m = 明天上午
helpers-when-w = 这个周末
helpers-when-g = 时间另约
volunteer-call-case = 🙌 <b>{ $unit } 请志愿者帮忙</b>（要 { $count } 人）
    什么事：{ $team }
    哪一片：{ $area }
    什么时候：{ $when }
    答应了，工作人员会联系您。
volunteer-thanks-case = 🌷 { $unit } 谢谢您来帮忙：{ $team }，{ $area }。
volunteer-not-needed-case = 🙌 { $unit } 请您帮忙的事（{ $team }，{ $area }）已经结束了，还没去的不用去了。谢谢您！
call-row-case = { $state } 🚚 求助
call-look-case = 👀 <b>志愿者会看到这样</b>，看好了再发。要 { $count } 人，会问到 { $ready } 人（{ $skill }）：
    <blockquote>什么事：{ $team }
    哪一片：{ $area }
    什么时候：{ $when }</blockquote>
call-case = { $state } <b>请志愿者</b>：要 { $count } 人，问了 { $asked } 人
    { $team } · { $area } · { $when }
    来的 { $yes } 人：{ $names }
    不来的 { $no } 人
    居民还不知道谁来，请您告诉。
call-helper-comes = 🙌 志愿者 <b>{ $name }</b> 答应来 { $number }（{ $count }/{ $wanted } 人）。谁来、几时到，请您告诉居民。
call-helper-stays-away = ↩️ 志愿者 <b>{ $name }</b> 来不了 { $number } 了（还有 { $count }/{ $wanted } 人）。
error-call-not-for-case = { $number } 不是正在办的求助，不能为它请志愿者。
