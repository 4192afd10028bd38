cli-help-duty = The duty rota.
cli-help-duty-import = Take in a rota from an XLSX or CSV sheet; all of it is checked first, and one mistake means that nothing is taken. Safe to repeat.
cli-help-duty-file = The first column is the day (mon, 2026-12-03), the others are people (names in the group, or @usernames).
cli-help-duty-unit = Which unit's desk; not needed where there is only one.
cli-duty-wrong = { $count } problems; nothing was taken. Mend them and try again.
cli-duty-preview = { $count } days would be set; nothing was taken.
cli-duty-done = { $count } days are set.
cli-duty-file = This sheet cannot be read: XLSX or CSV, up to 2 MB and 200 rows.
