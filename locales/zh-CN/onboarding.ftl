onboarding-language = 您好！请选择语言。
    Please choose your language.
onboarding-privacy = <b>先说清楚，您再决定</b>

    • <b>谁会看到：</b>您写的诉求、照片、地点、预约和您在 Telegram 上的名字，负责这件事的社区工作人员会看到。“意见建议”可以不留名。您投了什么票，工作人员看不到。
    • <b>用来做什么：</b>办理您的诉求、预约和投票，给您答复。停水、开会这样的通知也会发给您；不想收，随时发 /subscribe 关掉。不作别的用。
    • <b>怎么保存：</b>存在社区自己的电脑里。办结以后案卷依法保存。
    • <b>不想用这里也行：</b>打电话、到窗口，一样给您办。

    您同意我们这样处理您写的内容吗？
onboarding-abroad = <b>还有一件事，要单独问您</b>

    Telegram 是国外的软件。您发的消息会<b>经过境外的服务器</b>，而且和机器人的对话<b>不是端到端加密</b>的，Telegram 公司在技术上能看到。

    所以请不要在这里写身份证号、银行卡号，也不要写病情、宗教信仰这类敏感的事；这些请打电话或到窗口说。

    您同意您的消息这样传送吗？
onboarding-office = 电话和窗口一样办事：

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }

    想在这里办，随时点下面的按钮。
onboarding-kept = ✏️ 您写的先替您记着，同意以后接着办。
onboarding-words-erased = 🗑 您刚才写的已经删掉，我们没有留。
onboarding-not-kept = 您没有同意，这条我们没有留。要写给我们，请先同意，再发一次。
onboarding-first = 先看完这一页，选好同意还是不同意，再用这个。
