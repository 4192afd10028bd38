unit-cases-stay = 您還沒辦完的 { $count } 件來信留在原來的地方接著辦，新的來信交給這裡。
moved-by-roster =
    🏠 居民名冊上您現在屬於 <b>{ $unit }</b>，新的來信交給那裡。{ $count ->
        [0] { "" }
       *[other] 還沒辦完的 { $count } 件留在原來的地方接著辦。
    }如果不對，請告訴居委會。
staff-author-moved = 🏠 來信人現在屬於 { $unit }。{ $number } 仍在這裡辦。
