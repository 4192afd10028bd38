onboarding-language =
    您好！請選擇語言。
    Please choose your language.
onboarding-privacy =
    <b>先說清楚，您再決定</b>

    • <b>誰會看到：</b>您寫的訴求、照片、地點、預約和您在 Telegram 上的名字，負責這件事的社區工作人員會看到。「意見建議」可以不留名。您投了什麼票，工作人員看不到。
    • <b>用來做什麼：</b>辦理您的訴求、預約和投票，給您答覆。停水、開會這樣的通知也會發給您；不想收，隨時發 /subscribe 關掉。不作別的用。
    • <b>怎麼保存：</b>存在社區自己的電腦裡。辦結以後案卷依法保存。
    • <b>不想用這裡也行：</b>打電話、到窗口，一樣給您辦。

    您同意我們這樣處理您寫的內容嗎？
onboarding-abroad =
    <b>還有一件事，要單獨問您</b>

    Telegram 是國外的軟體。您發的訊息會<b>經過境外的伺服器</b>，而且和機器人的對話<b>不是端到端加密</b>的，Telegram 公司在技術上能看到。

    所以請不要在這裡寫身份證號、銀行卡號，也不要寫病情、宗教信仰這類敏感的事；這些請打電話或到窗口說。

    您同意您的訊息這樣傳送嗎？
onboarding-office =
    電話和窗口一樣辦事：

    <b>{ $unit }</b>
    ☎️ { $phone }
    🏠 { $office }
    🕘 { $hours }

    想在這裡辦，隨時點下面的按鈕。
onboarding-kept = ✏️ 您寫的先替您記著，同意以後接著辦。
onboarding-words-erased = 🗑 您剛才寫的已經刪掉，我們沒有留。
onboarding-not-kept = 您沒有同意，這條我們沒有留。要寫給我們，請先同意，再發一次。
onboarding-first = 先看完這一頁，選好同意還是不同意，再用這個。
