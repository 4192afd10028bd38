cli-help-roster = 居民名册：从表格录入、查看。
cli-help-roster-import = 从 XLSX 或 CSV 录入名册：先列出问题和变动，确认后才写入；有错一行也不写。
cli-help-roster-file = 名册文件（XLSX 或 CSV）。
cli-help-roster-yes = 不再问，直接写入。
cli-help-roster-unit = 没写单位的人属于哪个单位。
cli-help-roster-template = 生成一张空的名册表，照着填。
cli-help-roster-template-file = 新文件的名字，以 .xlsx 结尾。
cli-help-roster-list = 看每个单位有多少人、多少人已绑定账号。
cli-help-roster-problems = 列出有问题的人：没有电话、几人共用电话、已迁出却还绑着账号……
roster-column-name = 姓名|名字|居民姓名
roster-column-phone = 手机号|手机|电话|联系电话|手机号码|电话号码
roster-column-home = 楼栋-单元-房号|住址|地址|房屋|楼栋单元房号
roster-column-building = 楼栋|楼号|栋|楼
roster-column-room = 房号|单元房号|单元-房号|室
roster-column-household = 户号|户|家庭|户编号
roster-column-unit = 社区或小组|社区|小组|居民小组|单位|所属社区|所属小组
roster-column-roles = 身份|角色|职务
roster-column-weight = 票权类别|权重类别|类别
roster-building-ends = 号楼|栋|幢|座
roster-role-group_leader = 居民小组长|组长
roster-role-resident_representative = 代表
roster-role-party_member = 中共党员
roster-role-supervision = 监督委员|居务监督委员会|居务监督
roster-role-finance = 理财小组|民主理财
roster-role-deputy = 人大
roster-role-cppcc = 政协
roster-role-unit_representative = 单位代表
roster-role-staff = 社工|工作人员
roster-role-petition_officer = 信访专干
roster-role-lawyer = 法律顾问
cli-roster-line = { $mark } 第 { $line } 行：{ $what }
cli-roster-wrong = ✗
cli-roster-note = ！
cli-roster-no-name = 没有姓名。请补上，或删掉这一行。
cli-roster-too-long = “{ $value }……”太长。姓名最多 100 个字，其他各栏最多 64 个字。
cli-roster-no-unit = 没写属于哪个社区或小组。请补上，或用 --unit 指明。
cli-roster-unknown-unit = 没有叫“{ $value }”的单位。用 linli unit tree 查看名称。
cli-roster-unknown-role = 不认识身份“{ $value }”。请改成：小组长、居民代表、党员、居务监督委员、民主理财小组、人大代表、政协委员、驻社区单位代表、社区工作者、信访干部、律师。
cli-roster-no-phone = “{ $value }”不是电话号码。请改正；没有电话就留空。
cli-roster-shortened-phone = 电话“{ $value }”被表格软件缩短了，后几位已经丢失。请把这一栏设成“文本”后重新填写。
cli-roster-twice = “{ $value }”和第 { $other } 行是同一个人。请删掉一行。
cli-roster-shared-phone = “{ $value }”和第 { $other } 行用同一个电话：机器分不清是谁，请他们带证件到柜台绑定。
cli-roster-formula = “{ $value }”看起来是公式。只当文字保存，不会计算。
cli-roster-more = ……另有 { $count } 处。
cli-roster-refused = 有 { $count } 处要改正，一行也没有写入。
cli-roster-plan = { $units }：新增 { $new } 人，变动 { $changed } 人，名册上不再有 { $gone } 人，不变 { $same } 人。
cli-roster-new = 新增：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人
}
cli-roster-changed = 变动：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人
}
cli-roster-moved = 换了单位：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人
}
cli-roster-gone = 不再有（只标记迁出，不删除）：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人
}
cli-roster-bound-gone = 其中已绑定账号（仍然绑着）：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人
}
cli-roster-nothing = 名册和文件一样，没有要写的。
cli-roster-sure = 写入吗？
cli-roster-left = 没有写入。
cli-roster-needs-yes = 没有人可以问。看好了就加 --yes 写入。
cli-roster-done = 已写入。
cli-roster-template = 已生成 { $file }。填好后用 linli roster import 录入。
cli-roster-example-name = 张三（示例，请删掉这一行）
cli-roster-example-phone = 13800000000
cli-roster-example-home = 3号楼2单元501
cli-roster-example-household = 3-2-501
cli-roster-example-unit = 幸福社区
cli-roster-example-roles = 党员、居民代表
cli-roster-example-weight = {""}
cli-roster-none = 还没有名册。用 linli roster template 文件.xlsx 生成一张表，填好再 linli roster import 文件.xlsx。
cli-roster-unit = { $unit }：{ $count } 人，已绑定账号 { $bound } 人{ $gone ->
    [0] {""}
   *[other] ，已迁出 { $gone } 人
}
cli-roster-problem = { $name }（{ $unit }）：{ $what }
cli-roster-problems = 共 { $count } 处。
cli-roster-is-gone-bound = 已迁出，账号还绑着
cli-roster-is-without-phone = 没有电话，只能到柜台绑定
cli-roster-is-sharing = 和别人用同一个电话，只能到柜台绑定
cli-roster-is-twice = 好像录了两次
cli-roster-is-without-home = 没有住址
cli-roster-is-formula = 姓名看起来是公式
cli-error-roster-empty = 文件里没有人。请检查是不是拿错了文件。
cli-error-roster-no-headings = 前 10 行里没有找到表头。至少要有“姓名”和另一栏；用 linli roster template 可以生成一张样表。
cli-error-roster-heading-twice = 有两栏都是“{ $name }”。请只留一栏。
cli-error-roster-too-large = 文件太大：最多 20 MB、{ $rows } 行。请分开录入。
cli-error-roster-unreadable = { $file } 读不出来。请另存为 XLSX 或 CSV（UTF-8 或 GB18030）再试。
cli-error-roster-changed = 刚才有人改了名册。请重新运行，再看一遍变动。
cli-error-roster-template-name = 文件名要以 .xlsx 结尾。
cli-error-roster-template = 不能写 { $file }：已经有这个文件，或没有权限。
