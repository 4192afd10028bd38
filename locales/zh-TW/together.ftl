button-together = 👥 聯名
together-about =
    👥 <b>請鄰居一起聯名</b>（{ $number }）
    開啟以後，您會得到一個連結，轉給鄰居，他們點一下就能加入。
    拿到連結的人看得到這件事的編號、內容的開頭和聯名人數。
    誰加入了，只有代表和經辦人看得到名字；別人只看到人數。
    代表最多 { $count } 人：您是第一位，可以再請別人。代表看得到全部來往，可以補充，也可以撤回。
button-together-open = 開啟聯名
together =
    👥 <b>{ $number } 聯名</b>
    { $stage } · { $unit } · 聯名 { $count } 人
    { $text }
    您是：{ $part }
together-link =
    把這個連結轉給鄰居：
    { $link }
together-part-signer = 聯名人
together-part-asked = 聯名人（請您當代表，等您答應）
together-part-speaker = 代表
together-join =
    👥 <b>鄰居請您一起聯名</b>（{ $number }，{ $unit }，已有 { $count } 人）
    { $text }
    加入以後，代表和經辦人看得到您的名字「{ $name }」，別人只看到人數。有進展和答覆會告訴您。辦結以前隨時可以退出。
button-together-join = 我加入
together-join-over = { $number } 已經結束了，不能再加入。您可以自己寫一件新的事。
together-join-already = 您已經在 { $number } 裡了，現在聯名 { $count } 人。
together-joined = ✅ 您已加入聯名。有進展會告訴您。
button-together-leave = 退出聯名
together-leave = 真的要退出 <b>{ $number }</b> 的聯名嗎？以後它有進展就不再告訴您了。
button-together-left = 是，我退出
together-left = ↩️ 您已退出聯名。
button-together-people = 看誰加入了
together-people =
    👥 <b>{ $number }</b> 聯名 { $count } 人，已去掉名字的 { $hidden } 人。
    點名字請他也當代表（最多 { $most } 人，要他自己答應）。名字請不要外傳。
together-person = { $name }（{ $part }）
together-asked-them = 已去問 { $name } 願不願意當代表。
together-asked = 👥 聯名件 <b>{ $number }</b> 的代表請您也當代表。代表看得到全部來往，可以補充和撤回；不願意就不用點。
button-together-speak = 我願意當代表
together-speaks = ✅ 您現在是代表了，可以看全部來往，也可以補充。
together-progress = 👥 您參加聯名的 <b>{ $number }</b> 有進展：{ $stage }
together-row = { $mark } 聯名 { $number }（{ $stage }）
event-collective = { $at } 開啟聯名，鄰居可以加入
event-merge = 與同一件事合併辦理
event-unmerge = 恢復單獨辦理
card-signers = 👥 聯名 { $count } 人
card-merged = 🔗 合併到 { $number }，隨它一起答覆
button-signers = 👥 聯名名單
signers-pages = <b>{ $number }</b> 的聯名名單：點一頁，只有您自己看得到。每看一次都有記錄。
signers-none = <b>{ $number }</b> 沒有人聯名。
button-signers-page = 第 { $page } 頁
signer-row = { $name }（{ $part }）
button-similar = 🔗 相似的事
similar =
    與 <b>{ $number }</b> 相似、還沒辦結的：
    合併以後這件保留編號，隨那一件一起答覆，人數相加。
similar-row = • { $number } { $text }
similar-none = 沒有找到與 <b>{ $number }</b> 相似的事。
similar-merged = 🔗 <b>{ $number }</b> 已合併到 <b>{ $main }</b>，隨它一起答覆。
button-merge = 合併到 { $number }
button-unmerge = 撤銷合併
prompt-unmerge = <a href="tg://user?id={ $user }">{ $name }</a>，請回覆這條訊息，寫明為什麼撤銷 { $number } 的合併。
staff-unmerged =
    ✅ { $name } 撤銷了 { $number } 的合併，它恢復單獨辦理。{ $awaits ->
        [claim] 期限照原來的算：{ $day }前接手。
        [reply] 期限照原來的算：{ $day }前答覆。
       *[nothing] { "" }
    }
staff-parted =
    🔗 { $main } 不在這裡往下辦了，原來合併進去的 { $number } 恢復單獨辦理。{ $awaits ->
        [claim] 期限照原來的算：{ $day }前接手。
        [reply] 期限照原來的算：{ $day }前答覆。
       *[nothing] { "" }
    }
notice-merged = 🔗 <b>{ $number }</b> 與反映同一件事的來信合併辦理，有答覆一起告訴您。您的編號不變。
notice-unmerged =
    🔗 <b>{ $number }</b> 恢復單獨辦理，編號不變。{ $awaits ->
        [claim] 原來說的日期照舊：{ $day }前有人接手。
        [reply] 原來說的日期照舊：{ $day }前答覆您。
       *[nothing] { "" }
    }
error-together-kind = { $number } 這類事不能聯名，也不能合併。
error-together-unnamed = { $number } 沒有署名，不能請人聯名。
error-together-closed = { $number } 已經結束了，不能再改聯名。
error-together-speakers-full = 代表最多 { $count } 人，已經滿了。
error-together-link-unknown = 這個聯名連結打不開。請再向鄰居要一次。
error-together-person-gone = 這位已經不在名單上了。
error-together-merged = 同事剛剛合併過了，請再看一眼。
error-merge-main = 這兩件不能這樣合併：其中一件已經有別的來信合併進來，或者它們是同一件。
error-merge-kinds = { $number } 和 { $other } 不是同一類，不能合併。請分別答覆。
error-merge-none = { $number } 沒有合併過，不用撤銷。
error-signers-not-yours = { $number } 不在您手上。聯名名單隻有經辦人看得到。
