button-together = 👥 联名
together-about = 👥 <b>请邻居一起联名</b>（{ $number }）
    打开以后，您会得到一个链接，转给邻居，他们点一下就能加入。
    拿到链接的人看得到这件事的编号、内容的开头和联名人数。
    谁加入了，只有代表和经办人看得到名字；别人只看到人数。
    代表最多 { $count } 人：您是第一位，可以再请别人。代表看得到全部来往，可以补充，也可以撤回。
button-together-open = 打开联名
together = 👥 <b>{ $number } 联名</b>
    { $stage } · { $unit } · 联名 { $count } 人
    { $text }
    您是：{ $part }
together-link = 把这个链接转给邻居：
    { $link }
together-part-signer = 联名人
together-part-asked = 联名人（请您当代表，等您答应）
together-part-speaker = 代表
together-join = 👥 <b>邻居请您一起联名</b>（{ $number }，{ $unit }，已有 { $count } 人）
    { $text }
    加入以后，代表和经办人看得到您的名字“{ $name }”，别人只看到人数。有进展和答复会告诉您。办结以前随时可以退出。
button-together-join = 我加入
together-join-over = { $number } 已经结束了，不能再加入。您可以自己写一件新的事。
together-join-already = 您已经在 { $number } 里了，现在联名 { $count } 人。
together-joined = ✅ 您已加入联名。有进展会告诉您。
button-together-leave = 退出联名
together-leave = 真的要退出 <b>{ $number }</b> 的联名吗？以后它有进展就不再告诉您了。
button-together-left = 是，我退出
together-left = ↩️ 您已退出联名。
button-together-people = 看谁加入了
together-people = 👥 <b>{ $number }</b> 联名 { $count } 人，已去掉名字的 { $hidden } 人。
    点名字请他也当代表（最多 { $most } 人，要他自己答应）。名字请不要外传。
together-person = { $name }（{ $part }）
together-asked-them = 已去问 { $name } 愿不愿意当代表。
together-asked = 👥 联名件 <b>{ $number }</b> 的代表请您也当代表。代表看得到全部来往，可以补充和撤回；不愿意就不用点。
button-together-speak = 我愿意当代表
together-speaks = ✅ 您现在是代表了，可以看全部来往，也可以补充。
together-progress = 👥 您参加联名的 <b>{ $number }</b> 有进展：{ $stage }
together-row = { $mark } 联名 { $number }（{ $stage }）
event-collective = { $at } 打开联名，邻居可以加入
event-merge = 与同一件事合并办理
event-unmerge = 恢复单独办理
card-signers = 👥 联名 { $count } 人
card-merged = 🔗 合并到 { $number }，随它一起答复
button-signers = 👥 联名名单
signers-pages = <b>{ $number }</b> 的联名名单：点一页，只有您自己看得到。每看一次都有记录。
signers-none = <b>{ $number }</b> 没有人联名。
button-signers-page = 第 { $page } 页
signer-row = { $name }（{ $part }）
button-similar = 🔗 相似的事
similar = 与 <b>{ $number }</b> 相似、还没办结的：
    合并以后这件保留编号，随那一件一起答复，人数相加。
similar-row = • { $number } { $text }
similar-none = 没有找到与 <b>{ $number }</b> 相似的事。
similar-merged = 🔗 <b>{ $number }</b> 已合并到 <b>{ $main }</b>，随它一起答复。
button-merge = 合并到 { $number }
button-unmerge = 撤销合并
prompt-unmerge = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，写明为什么撤销 { $number } 的合并。
staff-unmerged = ✅ { $name } 撤销了 { $number } 的合并，它恢复单独办理。{ $awaits ->
    [claim] 期限照原来的算：{ $day }前接手。
    [reply] 期限照原来的算：{ $day }前答复。
   *[nothing] {""}
}
staff-parted = 🔗 { $main } 不在这里往下办了，原来合并进去的 { $number } 恢复单独办理。{ $awaits ->
    [claim] 期限照原来的算：{ $day }前接手。
    [reply] 期限照原来的算：{ $day }前答复。
   *[nothing] {""}
}
notice-merged = 🔗 <b>{ $number }</b> 与反映同一件事的来信合并办理，有答复一起告诉您。您的编号不变。
notice-unmerged = 🔗 <b>{ $number }</b> 恢复单独办理，编号不变。{ $awaits ->
    [claim] 原来说的日期照旧：{ $day }前有人接手。
    [reply] 原来说的日期照旧：{ $day }前答复您。
   *[nothing] {""}
}
error-together-kind = { $number } 这类事不能联名，也不能合并。
error-together-unnamed = { $number } 没有署名，不能请人联名。
error-together-closed = { $number } 已经结束了，不能再改联名。
error-together-speakers-full = 代表最多 { $count } 人，已经满了。
error-together-link-unknown = 这个联名链接打不开。请再向邻居要一次。
error-together-person-gone = 这位已经不在名单上了。
error-together-merged = 同事刚刚合并过了，请再看一眼。
error-merge-main = 这两件不能这样合并：其中一件已经有别的来信合并进来，或者它们是同一件。
error-merge-kinds = { $number } 和 { $other } 不是同一类，不能合并。请分别答复。
error-merge-none = { $number } 没有合并过，不用撤销。
error-signers-not-yours = { $number } 不在您手上。联名名单只有经办人看得到。
