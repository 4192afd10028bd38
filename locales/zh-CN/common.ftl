# 日期、语言、通用按钮。
format-day = { $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}）
format-day-of-year = { $year }年{ format-day }
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
language-en = English
language-changed = ✅ 好的，以后就用这种语言。
button-agree = 同意
button-refuse = 不同意，我想打电话或到窗口
button-agree-after-all = 改主意了，再看说明并同意
button-change-language = 换语言 / Language
button-back = 返回上一步
button-menu = 主菜单
button-later = 先存着，回主菜单
button-done = 写完了，下一步
button-skip = 不填，下一步
choice-gone = 这个按钮现在用不了了，请看最新的消息。
choice-unknown = 没看懂。请点下面的按钮，或者打它的数字。
choice-unknown-here = 没看懂。请点下面的按钮，或者打按钮上的字。
window-gone = 这一页过期了，请看下面新的消息。
window-gone-new = 刚才那一页过期了，请从这里继续。
message-unreadable = 这种消息我还收不了。请发文字、语音、照片、视频、文件或位置。
file-lost = ⚠️ 这里有一个文件已经取不到了。需要的话，请对方再发一次。
files-kinds = 📎{ $photo ->
    [0] {""}
   *[other] {" "}照片 { $photo } 张
}{ $video ->
    [0] {""}
   *[other] {" "}视频 { $video } 个
}{ $voice ->
    [0] {""}
   *[other] {" "}语音 { $voice } 段
}{ $audio ->
    [0] {""}
   *[other] {" "}音频 { $audio } 个
}{ $document ->
    [0] {""}
   *[other] {" "}文件 { $document } 个
}{ $sticker ->
    [0] {""}
   *[other] {" "}贴纸 { $sticker } 个
}
file-large = ⚠️ 这个文件超过 20 MB，只存在 Telegram 里，我们没有备份。请自己留好一份。
message-hurry = 🙂 您发得很快，我一条一条记，请稍等。有放不下的，我会告诉您。
poster-unknown = 这个海报链接现在不能用了，请照下面的做。
message-empty = 这条消息里没有内容，请写几个字再发。
command-unknown = 没有这个命令。请点下面的按钮，或者直接把事情写给我。
incident = 对不起，这条消息没能处理好。您的话已经留存，编号 { $incident }，可以把编号告诉工作人员。匿名的事请不要告诉，过一天再写一次就行。
names-yes = 同意|好|好的|好吧|可以|行|是|是的|嗯|同意了|我同意
names-agree-after-all = 同意|我同意|同意了|好|好的|可以|返回|上一步|回去|后退
names-confirm = 对|对的|没错|确认|确定|提交|好|好的|是|是的|可以
names-back = 返回|上一步|回去|后退
names-menu = 主菜单|菜单|取消|退出|不写了
names-leave = 离开|我要离开|离开这里|退出
names-no = 不|不好|我不同意|不行|不要|不用|算了|不同意
names-really = 是|是的|对|对的|要|要的|真的|真的要|确认|确定|好|好的|行|可以|嗯
names-thanks = 非常感谢|感谢|多谢|谢谢|谢了|谢啦|辛苦了|辛苦|麻烦了|收到|好的|好嘞|太好了|真好|已经|修好了|解决了|好了|可以了|满意|知道了|明白了|您|你|们|大家|师傅|社区|啊|呀|哦|嗯|啦|了|很|真是|太|都|🙏
names-rather-not = 不|不是|不要|不用|不行|不好|先不|算了|取消|等等|再想想|留着|{ names-no-withdraw }
names-no-withdraw = 不撤|不撤了|别撤|别撤了|不撤回|不撤回了|别撤回|别撤回了|我不撤|我不撤了|我不撤回|我不撤回了|不要撤|不要撤回|不用撤|不用撤回|不想撤|不想撤了|不想撤回|我不想撤回|先不撤|先不撤了|先不撤回|还是不撤了
names-withdraw = 撤回|撤回吧|撤|撤吧|撤了吧|要撤回|我要撤回
names-anew = 重新写|重写|删掉|删除|删
names-discard = 不要了|真的不要了|是|是的|对|对的|确认|确定|好|好的|行|可以|嗯|删|删掉|删除|扔掉
names-keep = 不|不是|不行|不用|不要|算了|取消|要|要的|还要|留着|保留|别删|不删|等等|再想想
