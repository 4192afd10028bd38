kind-complaint = 投诉请求
kind-suggestion = 意见建议
kind-service = 求助服务
kind-callback = 给我回电话
kind-proposal = 议案提案
kind-mediation = 请人调解
names-kind-mediation = 调解|请人调解|我要调解|申请调解|调解纠纷
names-kind-proposal = 议案|提案|提议案|提提案
names-kind-callback = 回电话|回电|打电话给我|给我打电话|给我回个电话|让人给我回电话
names-kind-complaint = 投诉|请求|我要投诉
names-kind-suggestion = 建议|意见|提建议|提意见|我要提建议|我要提意见
names-kind-service = 求助|服务|帮忙|帮助|我要求助|要人帮忙
petition-kind = 您要办哪一类事？

    • <b>投诉请求</b>：有问题要解决，比如漏水、噪音、垃圾没人清
    • <b>意见建议</b>：给社区出主意（可以不留名）
    • <b>求助服务</b>：自己或家人需要帮忙
    • <b>请人调解</b>：和邻居、家人有纠纷，请社区从中调解

    ⚠️ 急事请先打 110、119 或 120。
    ⚠️ 要举报工作人员，请<b>不要</b>写在这里（工作群里的人都会看到），请点最下面的“举报工作人员”。
content-photo = 🖼 照片
content-video = 🎬 视频
content-video_note = 🎬 视频
content-voice = 🎤 语音
content-audio = 🎵 音频
content-document = 📄 文件
content-animation = 🎬 动图
content-sticker = 😀 贴纸
content-files = 📎 附件
petition-words-kept = ✏️ 记下了。请再选一下是哪一类。
petition-text = 请把事情写给我：<b>什么事、什么时候开始的、希望怎么办</b>。

    文字、语音、照片、视频、文件都可以，一条写不完可以分几条发。
petition-text-more = ✏️ 已记下：{ $characters } 个字{ $files ->
    [0] {""}
   *[other] ，{ $files } 个文件
}。

    还可以接着发。写完了请点“写完了”。
petition-asked = {"\u000A"}❓ { $number } 还等着您补充。在这里写的算新的事；要答那一件，请<b>回复那条消息</b>，或者写了以后点“最后一条是答……的”。
button-for-case = 最后一条是答 { $number } 的
button-anew = 重新写
petition-place = 在<b>什么地方</b>？

    请打字，比如“3号楼2单元门口”；也可以点输入框旁边的 📎 发送位置。
button-keep-place = 地点不变，下一步
button-no-place = 去掉地点，下一步
petition-position-gone = 📍 按您写的记下了，地图上的位置去掉了。
petition-place-removed = 📍 地点去掉了。
place-too-long = ✏️ 这一段比较长，我加到正文里了。地点请再用几个字说一下。
petition-file-added = 📎 文件收到了。现在请告诉我地点，或者点“下一步”。
petition-name = 要<b>留名</b>吗？

    • <b>留名</b>：工作人员看得到您的名字，回复直接发到这里。
    • <b>不留名</b>：谁写的不留任何记录。会给您一个<b>查询码</b>，以后只能凭它看回复。
petition-name-needed = 这一类事需要联系您，所以要留名。
petition-name-needed-now = ⚠️ 这一类事需要联系您，所以会带上您的名字；刚才的查询码作废了。
button-with-name = 留名
button-anonymous = 不留名
preview = <b>请看一遍，对不对？</b>

    <b>{ $kind }</b>
    { $text }
preview-longer = （全文 { $count } 个字，会完整送到）
preview-place = 📍 { $place }
preview-position = 🗺 已附上您发的位置
preview-name-open = 👤 还没选：留名，还是不留名。
preview-named = 👤 留名：{ $name }
button-decide-name = 下一步：选留名还是不留名
preview-anonymous =
    {"\u000A"}🔒 <b>不留名</b>。请先记下查询码，丢了谁也找不回来：
    <code>{ $code }</code>
    您刚才发的消息还在您自己的聊天里，需要的话请自己删除。
preview-voice-warning = ⚠️ 声音和画面能听出、看出是谁。要真正匿名，请去掉它们，改用文字写。
preview-position-warning = ⚠️ 位置如果是您家里，就能看出是谁。要真正匿名，请去掉位置，改用文字写。
preview-document-warning = ⚠️ 文件里可能有您的名字。要真正匿名，请去掉它，改用文字写。
preview-large = ⚠️ 有 { $count } 个文件超过 20 MB，照样送到，但只存在 Telegram 里，我们没有备份。请自己留好一份。
preview-too-large = ⚠️ 有 { $count } 个文件超过 20 MB，不留名收不了。可以点“去掉”再提交，或者发小一点的，或者改为留名。
preview-files-dropped = 🗑 去掉了 { $count } 个文件，其他的都在。
edit-kept = ✏️ 按您改的记下了。
edit-words-kept = ✏️ 字按您改的记下了。文件您去掉过，所以没有放回来；想要它，请另发一遍。
edit-unknown = 您改了以前的一条消息，我对不上是哪件事，所以什么都没有改。如果是不留名的那件，请先打查询码，再把改好的话发一遍；别的事，请直接再发一遍。
edit-coded = 您改了以前的一条消息。不留名的事，送出去的改不了；请把改好的话在这里再发一遍，我加进去。
preview-what-wrong = ✏️ 要改哪里，就点下面哪个按钮：改内容、改地点、换一类……全都不要了，点“不要了”。
preview-added = ✏️ 加上了。
preview-incomplete = 还差一点：要选类别，也要有内容。
button-go-on = 接着写
button-confirm = ✅ 确认提交
button-change-text = 补充或重写内容
button-change-place = 改地点
button-change-kind = 换一类
button-change-name = 改留名方式
button-drop-files = 去掉收不了的文件（{ $count } 个）
button-drop-telling = 去掉能认出人的文件（{ $count } 个）
button-discard = 🗑 不要了
petition-begun = 您还有一件没写完的：“{ $text }”。一次只能写一件，怎么办？
button-begun-go-on = 接着写那一件
button-begun-anew = 那一件不要了，写新的
offer-other = 另写一件新的
draft-discarded = 🗑 已经删掉，没有提交。
draft-continued = ✏️ 这是您上次没写完的。
draft-too-long = ⚠️ 这一条太长，没能加上（前面写的都在）。请先提交，剩下的提交后再补充。
draft-too-many-files = ⚠️ 一次最多 20 个文件，多出来的没有加上：{ $what }。可以提交后再补充。
sent = ✅ 收到了，编号 <b>{ $number }</b>。

    马上发给您一张回执。
sent-anonymous = ✅ 收到了，编号 <b>{ $number }</b>，没有留下您的名字。

    查询码：<code>{ $code }</code>
    请记好。想看回复，就在主菜单点“用查询码看匿名的建议”。
offer = 您写的是：

    “{ $text }”{ $files ->
    [0] {""}
   *[other] {"\u000A"}{ files-kinds }
}

    要怎么办？
offered-files = 您发来了：

    { files-kinds }

    要怎么办？
offered-several = 您发了 { $count } 条消息，合在一起是一件事：
offered-part = • “{ $text }”
offered-earlier = （更早的 { $count } 条也在）
offered-what-now = {"\u000A"}要怎么办？前面的不要了，就点“只留最后一条”。
offer-nothing = 现在没有要处理的内容。有事请直接写给我。
offer-petition = 当作一件新的事提交
offer-continue = 加到没写完的那件事里
offer-add-asked = ❓ 补充到 { $number }（{ $text }）
offer-add = 补充到 { $number }（{ $text }）
offer-mediated = 🤝 对社区说，关于调解 { $number }
offer-last-leads = 🧭 最后一条：{ $door }
offer-last = 只留最后一条
names-send = 提交|提交吧|我要提交|新的事
offered-only-last = 只留最后这一条吗？前面发的都会删掉。
button-last-yes = 🗑 只留这一条
offer-drop = 🗑 不要了
names-done = 写完了|写好了|完了|好了|没了|没有了|就这些|就这样|说完了|下一步
names-keep-place = 地点不变|不变|不改|不用改|下一步
names-skip = 不知道|不清楚|不晓得|说不清|跳过|下一步
names-no-place = 不填|没有|无|不填地点|没有地点|去掉|去掉地点|不要地点|不写地点
petition-anew = 真的要重新写吗？已写的 { $characters } 个字和 { $files } 个文件会删掉。
button-anew-yes = 删掉，重新写
draft-discard = 真的不要了吗？写好的内容会全部删掉，不会提交。
button-discard-yes = 🗑 确定不要了
petition-position-kept = 📍 位置记下了。
names-named = 署名|实名|留|要|要留名|留名字|留姓名|留名吧|实名吧|署名吧|可以留名|可以署名|可以实名|我要|我要留名|我要实名|我要署名|不匿名|不要匿名|别匿名
names-unnamed = 匿名|不署名|不实名|不留|不|不要|不要留名|不留名字|不留姓名|无名|匿名吧|不留名吧|可以匿名|可以不留名|我要匿名|我不留名|不要署名|不要实名|别留名|别署名
names-wrong = 不|不对|不是|不行|不好|不要|不对的|不太对|错了|有错|写错了|改|改改|改一下|修改|要改|我要改|我想改
names-drop = 去掉|去掉吧|去掉它|去掉它们|去掉文件|去掉附件|不带它
names-drop-files = 去掉收不了的文件|去掉收不了的
names-drop-telling = 去掉能认出人的文件|去掉能认出人的
names-drop-place = 去掉位置|去掉地点|不要位置|不要地点
