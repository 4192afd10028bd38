cli-help-roster = The roster of residents: import a file, look at it.
cli-help-roster-import = Import a roster from XLSX or CSV: first what is wrong and what would change, then it asks. One mistake keeps everything out.
cli-help-roster-file = The roster (XLSX or CSV).
cli-help-roster-yes = Write without asking.
cli-help-roster-unit = The unit of people whose line names none.
cli-help-roster-template = Make an empty roster to fill in.
cli-help-roster-template-file = Name of the new file, ending in .xlsx.
cli-help-roster-list = How many people each unit has, and how many are bound to an account.
cli-help-roster-problems = Name people with a problem: no phone, a shared phone, gone but still bound…
roster-column-name = Name|Full name|Resident
roster-column-phone = Phone|Mobile|Telephone|Phone number|Mobile number
roster-column-home = Building-unit-room|Address|Home
roster-column-building = Building|Block
roster-column-room = Room|Flat|Unit-room
roster-column-household = Household|Household number
roster-column-unit = Community or group|Community|Group|Unit
roster-column-roles = Roles|Role
roster-column-weight = Weight class|Weight|Class
roster-building-ends = #
roster-role-group_leader = leader
roster-role-resident_representative = representative
roster-role-party_member = party
roster-role-supervision = supervisor
roster-role-finance = finance group
roster-role-deputy = deputy of the people's congress
roster-role-cppcc = CPPCC
roster-role-unit_representative = representative of a unit
roster-role-staff = staff member
roster-role-petition_officer = officer
roster-role-lawyer = legal adviser
cli-roster-line = { $mark } line { $line }: { $what }
cli-roster-wrong = ✗
cli-roster-note = !
cli-roster-no-name = There is no name. Add it, or delete the line.
cli-roster-too-long = "{ $value }…" is too long. A name has at most 100 characters, any other column 64.
cli-roster-no-unit = No community or group is named. Add it, or give --unit.
cli-roster-unknown-unit = There is no unit "{ $value }". See linli unit tree for the names.
cli-roster-unknown-role = The role "{ $value }" is unknown. Use one of: group_leader, resident_representative, party_member, supervision, finance, deputy, cppcc, unit_representative, staff, petition_officer, lawyer.
cli-roster-no-phone = "{ $value }" is no phone number. Correct it, or leave it empty.
cli-roster-shortened-phone = A spreadsheet has shortened the phone "{ $value }": its last digits are lost. Make the column "text" and type it again.
cli-roster-twice = "{ $value }" is the same person as in line { $other }. Delete one of the two.
cli-roster-shared-phone = "{ $value }" has the same phone as line { $other }: nobody can tell them apart by it. Ask them to come to the counter with a document.
cli-roster-formula = "{ $value }" looks like a formula. It is kept as text and never computed.
cli-roster-more = … and { $count } more.
cli-roster-refused = { $count } to be corrected; nothing was written.
cli-roster-plan = { $units }: { $new } new, { $changed } changed, { $gone } no longer there, { $same } the same.
cli-roster-new = New: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-roster-changed = Changed: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-roster-moved = To another unit: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-roster-gone = No longer there (marked as having left, not deleted): { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-roster-bound-gone = Of these bound to an account (and stay so): { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
cli-roster-nothing = The roster says the same as the file; there is nothing to write.
cli-roster-sure = Write it?
cli-roster-left = Nothing was written.
cli-roster-needs-yes = There is nobody to ask. Add --yes once you have looked.
cli-roster-done = Written.
cli-roster-template = Made { $file }. Fill it in, then linli roster import it.
cli-roster-example-name = Zhang San (an example: delete this line)
cli-roster-example-phone = 13800000000
cli-roster-example-home = 3-2-501
cli-roster-example-household = 3-2-501
cli-roster-example-unit = Happiness Community
cli-roster-example-roles = party_member, resident_representative
cli-roster-example-weight = {""}
cli-roster-none = There is no roster yet. Make a file with linli roster template FILE.xlsx, fill it in, then linli roster import FILE.xlsx.
cli-roster-unit = { $unit }: { $count } people, { $bound } bound to an account{ $gone ->
    [0] {""}
   *[other] , { $gone } gone
}
cli-roster-problem = { $name } ({ $unit }): { $what }
cli-roster-problems = { $count } in all.
cli-roster-is-gone-bound = gone, and the account is still bound
cli-roster-is-without-phone = no phone: can be bound at the counter only
cli-roster-is-sharing = shares a phone with somebody: can be bound at the counter only
cli-roster-is-twice = seems to be there twice
cli-roster-is-without-home = no home
cli-roster-is-formula = the name looks like a formula
cli-error-roster-empty = There is nobody in the file. Is it the right one?
cli-error-roster-no-headings = There are no headings in the first 10 lines. "Name" and one other are needed; linli roster template makes an example.
cli-error-roster-heading-twice = Two columns are called "{ $name }". Keep one of them.
cli-error-roster-too-large = The file is too large: at most 20 MB and { $rows } lines. Import it in parts.
cli-error-roster-unreadable = { $file } cannot be read. Save it as XLSX or CSV (UTF-8 or GB18030) and try again.
cli-error-roster-changed = Somebody has just changed the roster. Run it again and look at the changes.
cli-error-roster-template-name = The name of the file has to end in .xlsx.
cli-error-roster-template = { $file } cannot be written: it is there already, or you may not.
