cli-help-duty = 值班表。
cli-help-duty-import = 从 XLSX 或 CSV 表格录入值班表；先全部检查，有一处不对就什么也不录。可以重复运行。
cli-help-duty-file = 第一列是日子（周一、2026-12-03），后面各列是人（群里的姓名或 @用户名）。
cli-help-duty-unit = 哪个单位的受理群；只有一个受理群时可以不写。
cli-duty-wrong = 有 { $count } 处看不懂，一天也没有录。改好再来。
cli-duty-preview = 会排 { $count } 天，还没有录入。
cli-duty-done = 排好了 { $count } 天。
cli-duty-file = 读不了这张表格：要 XLSX 或 CSV，2 MB 以内，200 行以内。
