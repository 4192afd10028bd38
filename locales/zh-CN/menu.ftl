menu = <b>{ $unit }</b>为您服务。

    有什么事，<b>直接写给我</b>就行；也可以点按钮或打数字：
waiting-menu = <b>{ $unit }</b>为您服务。

    有什么事，<b>直接写给我</b>就行；也可以点按钮：
menu-petition = 我要反映一件事
menu-book = 约律师、见领导、报名活动
menu-draft = 接着写：“{ $text }”
menu-words = 还没定怎么办：“{ $text }”
menu-held = 🔒 还有 { $count } 条话等着查询码
menu-cases = 我的事办得怎么样了
menu-code = 用查询码看匿名的建议
menu-language = 换语言 / Language
menu-unit = 换一个社区
unit-choose = 您住在哪个社区？事情会交给那里的工作人员。
unit-row = { $unit }
unit-poster = 这张海报是{ $unit }的，您现在由{ $own }服务。搬家了吗？换过去以后，新写的事情交给{ $unit }；已经提交的，原来的社区继续办。
button-poster-move = 换到{ $unit }
button-poster-stay = 不换，还是{ $unit }
unit-chosen = ✅ 记下了：{ $unit }。
menu-help = 怎么用、电话、地址
help = <b>怎么用</b>

    • 有事直接写，文字、语音、照片都行。新的事写好会先给您看一遍，您点“确认提交”才算数；在一件事的页面里写的，当场就送给工作人员。
    • 每件事有一个编号，比如 XF-2026-000123。工作人员的回复会发到这里，您直接<b>回复那条消息</b>就能接着说。
    • 发 /cases 看办到哪一步；可以补充，也可以撤回。
    • 一条写不下就分几条发，我会接起来。
    • 改了已经发出的消息，改好的会带着 ✏️ 再送一次，原来的也留着。
    • 您在 Telegram 里删掉消息，我们这边不会知道，已经收到的内容不会跟着删除。想更正，就改那条消息，或者再发一句。

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }
menu-more = ⋯ 更多：我的资料、每周消息、查电话
more = 别的事
