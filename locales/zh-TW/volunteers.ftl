volunteer-ask =
    🙌 <b>當志願者</b>
    願意的話，點「我願意」，再選您能幫什麼、什麼時候方便。社區要人手時會私下問您，去不去由您；隨時可以退出。
    工作人員平時只看到有多少人；您答應了哪一次，才看到您的名字。
volunteer-mine =
    🙌 <b>您是志願者，謝謝！</b>
    選您能幫什麼、什麼時候方便；再點一次就去掉。一樣都不選，就是什麼都可以問您。
volunteer-choice =
    { $on ->
        [yes] ✅ { $what }
       *[no] { $what }
    }
volunteer-left = 好的，您不再是志願者了，記下的都刪掉了。謝謝您。
button-volunteer-join = 我願意
button-volunteer-leave = 退出志願者
skill-visits = 陪伴老人
skill-carrying = 搬東西、跑腿
skill-repairs = 修修補補
skill-medical = 醫療護理
skill-teaching = 輔導孩子
skill-order = 維持秩序
skill-cleaning = 打掃衛生
skill-any = 誰都行
times-weekdays = 平日白天
times-evenings = 晚上
times-weekends = 週末
volunteer-call =
    🙌 <b>{ $unit } 請志願者幫忙</b>（要 { $count } 人）
    { $text }
button-volunteer-yes = 我去
button-volunteer-no = 這次不行
volunteer-said-yes = 記下了，謝謝您！不能去了就點「這次不行」。
volunteer-said-no = 好的，下次再請您。
volunteer-enough = 人已經夠了，謝謝您願意來！
volunteer-over = 這次已經結束了，謝謝您。
volunteer-thanks =
    🌷 <b>{ $unit } 謝謝您來幫忙！</b>
    { $text }
volunteers = 🙌 <b>{ $unit } 志願者</b>：{ $count } 人
volunteers-rate-residents = 用機器人的居民參與率 { $rate }%
volunteers-rate-units = 駐社區單位代表參與率 { $rate }%
volunteers-rate-party = 黨員參與率 { $rate }%
call-usage =
    請志願者：/call 人數 什麼事、什麼時候、在哪裡
    比如：/call 5 週六上午 9 點，給獨居老人送菜，社區門口集合
call-row = { $state } { $text }
call-is-draft = ✏️
call-is-open = 📣
call-is-enough = ✅
call-is-over = 🌷
call-look =
    👀 <b>志願者會看到這樣</b>，看好了再發。要 { $count } 人，會問到 { $ready } 人（{ $skill }）：
    <blockquote>{ $text }</blockquote>
call =
    { $state } <b>請志願者</b>：要 { $count } 人，問了 { $asked } 人
    <blockquote>{ $text }</blockquote>
    來的 { $yes } 人：{ $names }
    不來的 { $no } 人
call-skill =
    { $on ->
        [yes] ✅ { $skill }
       *[no] { $skill }
    }
call-dropped = 這次不請了。
call-enough = ✅ 志願者夠了：{ $count } 人答應來。{ $text }
button-call-send = 發給他們
button-call-drop = 不請了
button-call-see = 看現在有誰
button-call-thank = 辦完了，謝謝他們
button-help-volunteer = 當志願者
command-private-volunteer = 當志願者
command-group-call = 請志願者：人數 什麼事
error-call-elsewhere = 請志願者在受理群裡用。
error-call-usage = 請這樣寫：/call 5 週六上午 9 點，給獨居老人送菜
error-call-long = 太長了，最多 { $count } 個字。
error-call-nobody = 還沒有合適的志願者。換一類人試試，或者請居民在 /volunteer 裡報名。
error-call-unknown = 沒有找到這次活動，可能已經結束，或者沒有請您。
error-call-changed = 同事剛處理過，請再看看。
button-call-for-case = 🙌 請志願者
call-how-many = 🙌 <b>{ $number }</b> 要請幾位志願者？他們只會看到是哪一類事、哪一片、什麼時候，看不到居民的姓名、電話和寫的話。
button-call-count = { $count } 人
helpers-when = 🙌 <b>{ $number }</b> 要 { $count } 位志願者，什麼時候來？
helpers-when-n = 現在就來
helpers-when-a = 今天下午
helpers-when-e = 今天晚上
helpers-when-m = 明天上午
helpers-when-w = 這個週末
helpers-when-g = 時間另約
volunteer-call-case =
    🙌 <b>{ $unit } 請志願者幫忙</b>（要 { $count } 人）
    什麼事：{ $team }
    哪一片：{ $area }
    什麼時候：{ $when }
    答應了，工作人員會聯絡您。
volunteer-thanks-case = 🌷 { $unit } 謝謝您來幫忙：{ $team }，{ $area }。
volunteer-not-needed-case = 🙌 { $unit } 請您幫忙的事（{ $team }，{ $area }）已經結束了，還沒去的不用去了。謝謝您！
call-row-case = { $state } 🚚 求助
call-look-case =
    👀 <b>志願者會看到這樣</b>，看好了再發。要 { $count } 人，會問到 { $ready } 人（{ $skill }）：
    <blockquote>什麼事：{ $team }
    哪一片：{ $area }
    什麼時候：{ $when }</blockquote>
call-case =
    { $state } <b>請志願者</b>：要 { $count } 人，問了 { $asked } 人
    { $team } · { $area } · { $when }
    來的 { $yes } 人：{ $names }
    不來的 { $no } 人
    居民還不知道誰來，請您告訴。
call-helper-comes = 🙌 志願者 <b>{ $name }</b> 答應來 { $number }（{ $count }/{ $wanted } 人）。誰來、幾時到，請您告訴居民。
call-helper-stays-away = ↩️ 志願者 <b>{ $name }</b> 來不了 { $number } 了（還有 { $count }/{ $wanted } 人）。
error-call-not-for-case = { $number } 不是正在辦的求助，不能為它請志願者。
