holiday-new-years-day = New Year's Day
holiday-spring-festival = Spring Festival
holiday-tomb-sweeping-day = Tomb-Sweeping Day
holiday-labour-day = Labour Day
holiday-dragon-boat-festival = Dragon Boat Festival
holiday-mid-autumn-festival = Mid-Autumn Festival
holiday-national-day = National Day
event-redate = { $at } holidays changed, and with them the date
notice-redated = 🗓 <b>{ $number }</b> has another date: { $awaits ->
    [claim] somebody takes it by { $to }
   *[other] we answer you by { $to }
} (it was { $from }). The public holidays have changed, and we have counted anew.
staff-redated = 🗓 { $number } was counted anew by the changed holidays: { $awaits ->
    [claim] to be taken by { $to }
   *[other] to be answered by { $to }
} (it was { $from }).{ $told ->
    [yes] {" "}The resident has been told.
   *[no] {""}
}
error-extension-exists = Somebody has asked for an extension of this case already, or it has been extended once.
error-extension-unknown = This request for an extension was not found.
error-extension-own = Another colleague has to decide: whoever asked cannot agree.
error-extension-decided = { $name } has decided already.
