holiday-new-years-day = 元旦
holiday-spring-festival = 春節
holiday-tomb-sweeping-day = 清明節
holiday-labour-day = 勞動節
holiday-dragon-boat-festival = 端午節
holiday-mid-autumn-festival = 中秋節
holiday-national-day = 國慶節
event-redate = { $at } 放假安排變了，日期改了
notice-redated =
    🗓 <b>{ $number }</b> 的日期改了：{ $awaits ->
        [claim] { $to }前有人接手
       *[other] { $to }前答覆您
    }（原來是 { $from }）。國家的放假安排有變，我們重新算過。
staff-redated =
    🗓 { $number } 按新的放假安排重新算過：{ $awaits ->
        [claim] { $to }前接手
       *[other] { $to }前答覆
    }（原來是 { $from }）。{ $told ->
        [yes] 已告訴居民。
       *[no] { "" }
    }
error-extension-exists = 這件事已經有人申請延期，或者已經延過一次了。
error-extension-unknown = 沒有找到這個延期申請。
error-extension-own = 要由另一位同事來定，申請的人自己不能同意。
error-extension-decided = { $name } 已經定過了。
