cli-help-calendar = Public holidays and make-up workdays.
cli-help-calendar-import = Take a year's arrangement from a CSV file; everything is checked first, and if one thing is wrong nothing is taken. May be run again.
cli-help-calendar-file = One day a line: date,holiday or workday,name. `linli calendar show` prints an example.
cli-help-calendar-preview = Only check and show what would change; take nothing.
cli-help-calendar-show = Print a year's arrangement as a file that can be imported.
cli-help-calendar-year = A year, such as 2027.
# What a file may call them
cli-calendar-names-holiday = holiday|off|day off|放假|休|休息|节假日|假日
cli-calendar-names-workday = workday|working day|work|上班|班|补班|调休上班|工作日
cli-calendar-problem = Line { $line }: { $problem }
cli-calendar-problem-whole = The whole file: { $problem }
cli-calendar-nothing = { $count ->
    [one] One thing is
   *[other] { $count } things are
} to be mended; nothing was taken.
cli-calendar-unreadable = cannot be read. Save it as CSV (text, separated by commas).
cli-calendar-empty = has no days. Write one a line: date,holiday or workday,name.
cli-calendar-columns = needs two columns or more: date,holiday or workday,name.
cli-calendar-day = “{ $day }” is no date. Write 2027-10-01, or 2027-10-01..2027-10-07 for several days.
cli-calendar-span = “{ $day }” runs backwards or is too long (31 days at most).
cli-calendar-kind = “{ $word }” is unknown. Write holiday or workday.
cli-calendar-name = the name is too long: { $count } characters at most.
cli-calendar-no-weekend = { $day } is a Monday to Friday and needs no workday. Is the date right?
cli-calendar-twice = { $day } is there twice.
cli-calendar-not-whole = { $year } has no National Day (1 October, holiday). Write whole years: days left out would be forgotten.
cli-calendar-year = { $year }: { $off } days off, { $worked } weekend days worked; { $changed } differ from now.
cli-calendar-preview = Nothing was taken. Without --preview it is.
cli-calendar-done = Taken. { $moved ->
    [0] No case has another date.
    [one] One case has another date; its author and its desk are told.
   *[other] { $moved } cases have other dates; their authors and desks are told.
}
cli-calendar-same = The same as before; nothing has changed.
cli-calendar-unknown = The holidays of { $year } are not known yet; Monday to Friday count as working days. Once the State Council has published them use linli calendar import.
cli-calendar-from-file = { $year }, as imported
cli-calendar-from-library = { $year }, as this program knows it; change it and import it
cli-help-unit-set-hours = Set a unit's office hours: outside of them residents are told when people are back. Without hours it is like the unit above.
cli-help-unit-office-hours = Such as "1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"; 1 is Monday.
cli-unit-hours-set = Office hours of { $name }: { $hours }
cli-unit-hours-above = { $name } has the office hours of the unit above.
cli-unit-hours = “{ $part }” is not understood. Write "1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"; 1 is Monday.
cli-config-office-hours = { $key } must be office hours, such as 1-5 9:00-12:00 14:00-17:30 (1 is Monday).
cli-config-branch-weekday = { $key } must be a day of the week: a number from 1 to 7; 1 is Monday.
