button-major = ⭐ 重大事項·包案
major =
    ⭐ <b>{ $number }</b> 是重大事項，包案：{ $lead }{ $any ->
        [yes] ；調查組：{ $team }
       *[no] { "" }
    }
major-choose-lead = ⭐ 把 <b>{ $number }</b> 定為重大事項：由誰包案？包案的人負責到底。
major-choose-other = <b>{ $number }</b> 改由誰包案？點了以後請寫原因。
major-choose-team = <b>{ $number }</b> 的調查組：點名字加上，再點去掉。
button-major-lead = 換包案的人
button-major-team = 調查組
button-finding = 🔎 告知調查結果
button-upward = 📤 向上級報告
button-upward-send = 發給上級
card-lead =
    ⭐ <b>重大事項</b>，包案：{ $name }{ $any ->
        [yes] ；調查組：{ $team }
       *[no] { "" }
    }
major-you-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>，{ $number } 由您包案，請負責到底（{ $by } 定的）。
major-you-join = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，請參加 { $number } 的調查組（{ $by } 請您）。
major-you-leave = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，您不再參加 { $number } 的調查組（{ $by } 改的）。
notice-major = ⭐ { $number } 列為重大事項，由 { $name } 包案，負責到底。
event-major = { $at } 列為重大事項，有領導包案
event-lead = { $at } 換了包案的領導
event-finding = { $at } 告知調查結果
prompt-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫為什麼換包案的人（{ $number }），只有同事看得到。按錯了，回覆「取消」。
prompt-finding = 🔎 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫調查結果，會發給居民（{ $number }）。按錯了，回覆「取消」。
prompt-upward = 📤 <a href="tg://user?id={ $user }">{ $name }</a>，請<b>回覆本條訊息</b>寫請上級幫什麼（{ $number }），寫好就和摘要一起發給上級。按錯了，回覆「取消」。
case-finding =
    🔎 <b>{ $number } 調查結果</b>
    { $unit } { $name }：
    { $text }
upward-look = 👀 <b>{ $number } 上級會看到這些</b>（電話、證件號、門牌號已遮住），看好了再發：
upward =
    📤 <b>重大事項報告 { $number }</b>
    { $unit } · { $kind } · { $day }起
upward-text = <blockquote>{ $text }</blockquote>
upward-place = 地點：{ $place }
upward-lead = 包案：{ $name }
upward-done = { $day } { $what }
upward-did-claim = 受理
upward-did-reply = 回覆居民
upward-did-ask_more = 請居民補充
upward-did-answer = 給出答覆
upward-did-finding = 告知調查結果
upward-did-major = 定為重大事項
upward-did-lead = 換包案的人
upward-asked =
    <b>請上級：</b>{ $text }
    <i>回覆本條訊息，就轉給辦這件事的同事。</i>
upward-sent = 📤 { $name } 已經把 { $number } 的報告發給上級。上級的回覆會出現在這裡。
upward-answer =
    📥 <b>{ $unit } { $name }</b>：
    <blockquote>{ $text }</blockquote>
upward-passed-on = 已經轉給辦這件事的同事。
duty-brief-lead = ⭐ <a href="tg://user?id={ $user }">{ $name }</a> 包案：{ $number }，法定期限 { $day }
error-major-already = 已經是重大事項了，由 { $name } 包案。要換人，請點「換包案的人」。
error-major-not = 這還不是重大事項。請先點「重大事項·包案」，定誰包案。
error-major-lead-unchosen = 沒看出換成誰。請點「換包案的人」，再點名字。
error-major-team-full = 調查組最多 { $count } 個人。
error-major-nobody-above = 上級還沒有工作群，發不了。請打電話報告。
command-group-major = 重大事項：包案、調查組、報告上級
card-lead-none =
    ⭐ <b>重大事項</b>，包案的人迴避了，<b>請另定一位</b>{ $any ->
        [yes] ；調查組：{ $team }
       *[no] { "" }
    }
major-needs-lead = ⭐ { $name } 迴避了 { $number }，不再包案。請另定一位包案的人。
button-major-choose = 選包案的人
error-major-recused = { $name } 已經迴避了 { $number }，不能包案，也不能進調查組。請選別人。
