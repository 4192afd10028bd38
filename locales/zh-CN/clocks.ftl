holiday-new-years-day = 元旦
holiday-spring-festival = 春节
holiday-tomb-sweeping-day = 清明节
holiday-labour-day = 劳动节
holiday-dragon-boat-festival = 端午节
holiday-mid-autumn-festival = 中秋节
holiday-national-day = 国庆节
event-redate = { $at } 放假安排变了，日期改了
notice-redated = 🗓 <b>{ $number }</b> 的日期改了：{ $awaits ->
    [claim] { $to }前有人接手
   *[other] { $to }前答复您
}（原来是 { $from }）。国家的放假安排有变，我们重新算过。
staff-redated = 🗓 { $number } 按新的放假安排重新算过：{ $awaits ->
    [claim] { $to }前接手
   *[other] { $to }前答复
}（原来是 { $from }）。{ $told ->
    [yes] 已告诉居民。
   *[no] {""}
}
error-extension-exists = 这件事已经有人申请延期，或者已经延过一次了。
error-extension-unknown = 没有找到这个延期申请。
error-extension-own = 要由另一位同事来定，申请的人自己不能同意。
error-extension-decided = { $name } 已经定过了。
