unit-cases-stay = Your { $count } open petitions stay where they are being worked on; new ones go here.
moved-by-roster = 🏠 The roster says that you belong to <b>{ $unit }</b> now; new petitions go there.{ $count ->
    [0] {""}
   *[other] {" "}Your { $count } open ones stay where they are being worked on.
} If that is wrong, please tell the committee.
staff-author-moved = 🏠 The author belongs to { $unit } now. { $number } stays here.
