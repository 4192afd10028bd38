unit-cases-stay = 您还没办完的 { $count } 件来信留在原来的地方接着办，新的来信交给这里。
moved-by-roster = 🏠 居民名册上您现在属于 <b>{ $unit }</b>，新的来信交给那里。{ $count ->
    [0] {""}
   *[other] 还没办完的 { $count } 件留在原来的地方接着办。
}如果不对，请告诉居委会。
staff-author-moved = 🏠 来信人现在属于 { $unit }。{ $number } 仍在这里办。
