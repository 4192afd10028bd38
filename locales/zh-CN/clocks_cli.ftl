cli-help-calendar = 放假和调休的日子。
cli-help-calendar-import = 从 CSV 文件录入一年的放假安排；先全部检查，有一处不对就什么也不录。可以重复运行。
cli-help-calendar-file = 每行一个日子：2027-10-01,holiday,国庆节。用 linli calendar show 可以得到样子。
cli-help-calendar-preview = 只检查，看会变成什么样，不录入。
cli-help-calendar-show = 按录入文件的样子列出一年的放假安排。
cli-help-calendar-year = 年份，例如 2027。
# 文件里可以这样写“放假”
cli-calendar-names-holiday = holiday|放假|休|休息|节假日|假日
cli-calendar-names-workday = workday|上班|班|补班|调休上班|工作日
cli-calendar-problem = 第 { $line } 行：{ $problem }
cli-calendar-problem-whole = 整个文件：{ $problem }
cli-calendar-nothing = 共 { $count } 处要改，什么都没有录入。
cli-calendar-unreadable = 读不出来。请存成 CSV（逗号分隔的文本）。
cli-calendar-empty = 一个日子也没有。每行写：2027-10-01,holiday,国庆节。
cli-calendar-columns = 要写两栏以上：2027-10-01,holiday,国庆节。
cli-calendar-day = “{ $day }”不是日期。请写成 2027-10-01，几天连着写成 2027-10-01..2027-10-07。
cli-calendar-span = “{ $day }”的先后不对，或者太长（最多 31 天）。
cli-calendar-kind = 不认得“{ $word }”。请写 holiday（放假）或 workday（上班）。
cli-calendar-name = 名称太长，最多 { $count } 个字。
cli-calendar-no-weekend = { $day } 本来就是周一到周五，不用写 workday。是不是日期写错了？
cli-calendar-twice = { $day } 写了两次。
cli-calendar-not-whole = { $year } 年没有国庆节（10 月 1 日 holiday）。一年的安排要写全，没写的日子会被忘掉。
cli-calendar-year = { $year } 年：放假 { $off } 天，周末上班 { $worked } 天；和现在不同的有 { $changed } 天。
cli-calendar-preview = 只是看看，没有录入。去掉 --preview 就录入。
cli-calendar-done = 已录入。{ $moved ->
    [0] 没有事项的日期因此改变。
   *[other] { $moved } 件事项的日期改了，已告诉居民和工作群。
}
cli-calendar-same = 和已经录入的一样，没有改变。
cli-calendar-unknown = { $year } 年的放假安排还不知道，现在按周一到周五上班算。国务院公布以后，请用 linli calendar import 录入。
cli-calendar-from-file = { $year } 年，录入的
cli-calendar-from-library = { $year } 年，软件自带的；改好后可以录入
cli-help-unit-set-hours = 设定一个单位的办公时间，下班和放假时自动告诉居民什么时候回来；不写时间就和上级一样。
cli-help-unit-office-hours = 例如 "1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"，1 是星期一。
cli-unit-hours-set = { $name } 的办公时间：{ $hours }
cli-unit-hours-above = { $name } 的办公时间和上级单位一样。
cli-unit-hours = 看不懂“{ $part }”。请写成："1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00"，1 是星期一。
cli-config-office-hours = { $key } 要写办公时间，例如 1-5 9:00-12:00 14:00-17:30（1 是星期一）。
cli-config-branch-weekday = { $key } 要写星期几：1 到 7 的数字，1 是星期一。
