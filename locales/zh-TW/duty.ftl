weekday-1 = 週一
weekday-2 = 週二
weekday-3 = 週三
weekday-4 = 週四
weekday-5 = 週五
weekday-6 = 週六
weekday-7 = 週日
duty = 🗓 <b>{ $unit } 值班表</b>
duty-today =
    <b>今天值班</b>：{ $any ->
        [yes] { $names }
       *[no] 沒有人
    }{ $open ->
        [yes] （{ $away } 休假，空著）
       *[no] { "" }
    }
duty-day =
    { $day } { $any ->
        [yes] { $names }
       *[no] —
    }{ $open ->
        [yes] （{ $away } 休假，空著）
       *[no] { "" }
    }{ $special ->
        [yes] { " " }（當天另排）
       *[no] { "" }
    }
duty-away = 🏖 { $name } { $first }到{ $last } 休假
duty-usage =
    還沒有排班。點下面的按鈕排，或者這樣寫：
    /duty 週一到週五 @使用者名稱
    /duty 12月3日 姓名 姓名
    /duty 12月3日 無（那天沒有人）
    /duty import（和一張表格一起發）
    換班：/swap 12月3日 @使用者名稱 · 休假：/away 12月1日到12月5日
    <i>在本群裡說過話的同事才能排。</i>
duty-set = ✅ 已經排好 { $count } 天。
button-duty-weeks = 排每週
button-duty-days = 排某一天
button-duty-weekday =
    { $weekday } { $any ->
        [yes] { $names }
       *[no] —
    }
button-duty-day =
    { $day } { $any ->
        [yes] { $names }
       *[no] —
    }
button-duty-person =
    { $on ->
        [yes] ✅ { $name }
       *[no] { $name }
    }
button-duty-as-weekly = 這天照每週的排
duty-which-weekday = 排哪一天？每週都照這樣。
duty-which-day = 排哪一天？只管這一天。
duty-who-weekly = 每{ $weekday } 誰值班？點名字加上，再點去掉。
duty-who-day = { $day } 誰值班？點名字加上，再點去掉。
duty-plan = 📋 <b>這張表會排 { $count } 天</b>，看看對不對，再點下面的按鈕。已經排好的同一天會換成這裡的。
duty-plan-weekly =
    每{ $weekday }：{ $any ->
        [yes] { $names }
       *[no] 沒有人
    }
duty-plan-day =
    { $day }：{ $any ->
        [yes] { $names }
       *[no] 沒有人
    }
duty-plan-wrong =
    ⚠️ <b>表裡有 { $count } 處看不懂，一天也沒有排。</b>改好再發一次：{ $more ->
        [0] { "" }
       *[other] （另有 { $more } 處沒有列出）
    }
duty-problem-day = 第 { $row } 行：「{ $text }」不是日子。寫週一，或者 2026-12-03。
duty-problem-person = 第 { $row } 行：不認識「{ $text }」。這位同事要先在本群裡說一句話。
duty-problem-nobody = 第 { $row } 行：「{ $text }」後面沒有寫人。沒有人值班就寫「無」。
duty-problem-many = 第 { $row } 行：「{ $text }」人太多了。
button-duty-plan = 就這樣排
card-duty = 🔔 今天值班：
card-duty-one = <a href="tg://user?id={ $user }">{ $name }</a>，請看一下
swap-usage =
    請這樣寫：/swap 12月3日 @同事
    要換過來一天：/swap 12月3日 @同事 12月5日（前面是您的，後面是他的）
swap-asked =
    🔁 <a href="tg://user?id={ $user }">{ $name }</a>，{ $from } 想請您替 { $day } 的班{ $for ->
        [day] ，他替您 { $other } 的
       *[nothing] { "" }
    }。
button-swap-yes = 可以，我來
button-swap-no = 不行
swap-accepted =
    ✅ <a href="tg://user?id={ $user }">{ $name }</a>，<a href="tg://user?id={ $by-user }">{ $by }</a> 替您 { $day } 的班{ $for ->
        [day] ，您替 { $other } 的
       *[nothing] { "" }
    }。值班表改好了。
swap-declined = ❌ <a href="tg://user?id={ $user }">{ $name }</a>，<a href="tg://user?id={ $by-user }">{ $by }</a> 不能替您 { $day } 的班，請再找別人。
away-kept = 🏖 { $name } { $first }到{ $last } 休假，記下了。
away-duty = ⚠️ { $day } 的班空著，請找人替（/swap）。
away-cases = 手上有 { $count } 件：{ $numbers }，請同事照看。
away-none = 您沒有記下休假。休假這樣寫：/away 12月1日到12月5日
away-mine = 您記下的休假：
away-row = 🏖 { $first }到{ $last }
button-away-back = 不休了：{ $first }起
duty-brief = 🗓 <b>{ $day } 值班</b>
duty-brief-on = 今天值班：<a href="tg://user?id={ $user }">{ $name }</a>
duty-brief-empty = 值班表是空的，有新事項時不會特別提醒誰。排班發 /duty
duty-brief-nobody = 今天沒有人值班，有新事項時不會特別提醒誰。
duty-brief-open = ⚠️ { $name } 休假，今天的班空著。
duty-brief-away = 🏖 { $name } 休假到{ $last }
duty-brief-cases =
    { $name } 手上有 { $count } 件，請同事照看：{ $numbers }{ $more ->
        [0] { "" }
       *[other] { " " }等
    }
command-group-duty = 值班表
command-group-swap = 請同事換班
command-group-away = 記下休假
error-duty-elsewhere = 值班表在受理群裡用。
error-duty-day-unknown = 沒看出是哪一天。請寫週一、12月3日，或者 12月3日到12月5日。
error-duty-nobody-named = 沒看出是誰。請在日子後面寫 @使用者名稱 或姓名；沒有人值班就寫「無」。
error-duty-person-unknown = 不認識「{ $name }」。這位同事要先在本群裡說一句話，再寫 @使用者名稱 或完整的姓名。
error-duty-too-many = 一天最多排 { $count } 個人。
error-duty-file = 請把 /duty import 和一張 XLSX 或 CSV 表格一起發（第一列日子，後面是人，200 行以內），或者回覆那張表格。
error-duty-plan-gone = 這張表已經排過了，或者有人又發了一張。發 /duty 看現在的值班表。
error-duty-no-desk = 請寫明是哪個單位的受理群。
error-away-unknown = 沒有找到這段休假，可能已經去掉了。
error-away-days-unknown = 沒看出是哪幾天。請這樣寫：/away 12月1日到12月5日
error-away-past = 這幾天已經過去了。
error-away-long = 休假最長一年。
error-swap-unknown = 沒有找到這次換班。
error-swap-usage = 請這樣寫：/swap 12月3日 @同事。要換過來一天，在後面再寫一天。
error-swap-past = 這一天已經過去了。
error-swap-self = 不用和自己換。
error-swap-not-yours = 那天您不值班，或者那位同事本來就值班。發 /duty 看值班表。
error-swap-not-theirs = 後面那天那位同事不值班，或者您本來就值班。發 /duty 看值班表。
error-swap-away = 那天要替班的人休假。
error-swap-not-asked = 請的不是您，只有被請的同事能回答。
error-swap-over = 這次換班已經有結果了，或者值班表改過了。要換請再發一次 /swap。
