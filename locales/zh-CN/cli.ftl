# 命令行：帮助、回答、出错。
cli-help = 邻里：居委会开在 Telegram 上的门。
cli-help-demo = 在本机试用：不用令牌，不用 Telegram，可以扮演里面的人。
cli-help-demo-port = 网页的端口；被占用时换一个空闲的。
cli-help-demo-keep = 把试用的数据库和日志留在 var/demo。
cli-help-demo-browser = 用浏览器打开网页。
cli-help-run = 运行机器人：收消息、发消息、到期的事，都在同一个进程。
cli-help-serve = 只收消息；另外还要运行 `linli deliver` 和 `linli schedule`。
cli-help-deliver = 只发送等待发出的消息。
cli-help-schedule = 只管到期的事，例如提醒工作群。
cli-help-migrate = 把数据库升级到本程序的版本。
cli-help-check = 检查设置、数据库、令牌和每个工作群里的权限。
cli-help-seed = 把写好的社区资料录入数据库；可以重复运行。
cli-help-seed-file = 写有单位、群和花名册的 JSON；不给就用虚构的例子（须 LINLI_DEMO=1）。
cli-help-seed-chats = 列出各群的 JSON：id、slug、title、is_forum。
cli-help-route = 看一段话会被送到哪扇门。`linli route eval FILE` 对照标准答案算分。
cli-help-route-texts = 要看的话，每个参数是一段；或者 eval 和一个文件（列：text、intent，可有 slots、note）。
cli-help-route-tsv = 逐行处理一个以制表符分隔的文件（列：id、text）。
cli-help-route-today = 把这一天当作今天来算日期。
cli-help-unit = 街道、社区、小组。
cli-help-unit-tree = 显示各级单位和它们的工作群。
cli-help-unit-add = 在上级单位下面添加一个单位。
cli-help-unit-bind = 生成绑定码，让一个 Telegram 群成为该单位的工作群。
cli-help-unit-name = 单位名称。
cli-help-unit-level = 级别。
cli-help-unit-parent = 上级单位的名称：社区的上级是街道，小组的上级是社区。
cli-help-unit-office = 居民可以去的地址。
cli-help-unit-phone = 居民可以打的电话。
cli-help-unit-hours = 办公时间。
cli-help-unit-purpose = 这个群的用途。
cli-help-unit-team = 用途是服务队（team）时，写是哪一队。
cli-help-unit-replace = 用新群代替现在的工作群：没办结的事项会转过去，原来的群会收到通知。
cli-help-inbox = 收到而没能处理的消息。
cli-help-inbox-list = 列出没能处理的消息，用告诉居民的事件编号。
cli-help-inbox-retry = 重新处理没能处理的消息。
cli-help-inbox-incidents = 告诉居民的事件编号。
cli-help-outbox = 等待发出的消息。
cli-help-outbox-list = 统计等待发出的消息，列出发不出去的。
cli-help-outbox-revive = 重新发送发不出去的消息。
cli-help-outbox-rows = `linli outbox list` 里的编号。
cli-help-clock = 试用时的日历。
cli-help-clock-shift = 把试用的时间往后（负数往前）移；到期的事随后就来。须 LINLI_DEMO=1。
cli-help-clock-seconds = 移多少秒；0 只显示现在的时间。

cli-level-street = 街道
cli-level-community = 社区
cli-level-group = 小组
cli-purpose-desk = 接待
cli-purpose-supervision = 监督
cli-purpose-finance = 理财
cli-purpose-team = 服务队
cli-purpose-operators = 运维

cli-config-unknown = 没有 { $key } 这个设置：请删掉，或者改正名称。
cli-config-unknown-near = 没有 { $key } 这个设置：是不是 { $near }？
cli-config-file = 读不了 { $file }：请检查读取权限，并存为 UTF-8。
cli-config-file-line = { $file } 第 { $line } 行写错了：请写成 名称 = "值"。
cli-config-bot-token = { $key } 不像令牌：请把 @BotFather 给的那一行完整抄来，形如 123456789:AA…。
cli-config-bot-token-missing = 没有设置 { $key }：请向 @BotFather 申请令牌；不用令牌可以先试 `linli demo`。
cli-config-bot-token-refused = Telegram 不认 { $key }：请向 @BotFather 要现在的令牌（/token）。
cli-config-api-url = { $key } 不是网址：请写 https://主机；用 Telegram 官方的就不用写。
cli-config-api-url-wrong = { $url } 上没有 Bot API：请改正 { $key }（用 Telegram 官方的就不用写），并核对令牌。
cli-config-database-url = { $key } 不是能用的数据库：请写 sqlite+aiosqlite:///./var/linli.db 或 postgresql+asyncpg://用户@主机/库名。
cli-config-redis-url = { $key } 不是 Redis 地址：请写 redis://主机:6379/0，或者不写。
cli-config-webhook-url = { $key } 不是网址：请写 https://您的主机/路径；用长轮询就不用写。
cli-config-webhook-secret = { $key } 要和 LINLI_WEBHOOK_URL 一起设置：请写 1 到 256 个字母、数字、_ 或 -。
cli-config-http-host = { $key } 要写监听的地址，例如 127.0.0.1。
cli-config-http-port = { $key } 要写端口：0 到 65535 的数字。
cli-config-timezone = { $key } 不是时区：请写 Asia/Shanghai 这样的名称。
cli-config-log-format = { $key } 只能写 text 或 json。
cli-config-data-dir = { $key } 要写文件夹，例如 ./var。
cli-config-secret-key = { $key } 太短：请写至少 16 个随机字符；不写就自动生成。
cli-config-demo = { $key } 只能写 1 或 0。
cli-config-backlog-minutes = { $key } 要写分钟数，大于 0，不超过 1440。
cli-config-trace-file = { $key } 只供测试，请不要写。
cli-config-pledge-claim-workdays = { $key } 要写工作日数：1 到 60。
cli-config-pledge-answer-workdays = { $key } 要写工作日数：1 到 60。
cli-config-digest-weekday = { $key } 要写星期几：1（星期一）到 7（星期天）。
cli-config-digest-hour = { $key } 要写几点钟：0 到 23 的数字。
cli-config-discipline-name = 没有两位监督委员能看的举报交到哪里：纪检监察机关的名称
cli-config-discipline-address = 它的地址
cli-config-discipline-phone = 它的电话
cli-config-remind-hour = { $key } 要写几点钟：0 到 23 的数字。
cli-config-remind-days = { $key } 要写提前几天，例如 3,1（每个数 1 到 60）。

cli-error-other = 没有成功（{ $code }）。运行 `linli check` 看看哪里不对。
cli-error-route-what = 请写上要看的话，或者 --tsv FILE，或者 eval FILE，三选一。
cli-error-route-file = 读不了 { $file }：请检查文件在不在，是不是 UTF-8 文本。
cli-error-route-columns = { $file } 的第一行要写明这些列，用制表符隔开：{ $columns }。
cli-error-route-line = 第 { $line } 行缺了列：每行要有 { $columns }，用制表符隔开。
cli-error-route-intent = 第 { $line } 行的 { $intent } 不是本程序认得的意图：请对照 docs/routing.md 里的名称。
cli-error-route-slots = 第 { $line } 行的 slots 不是 JSON 对象：没有就写 {"{}"}。
cli-error-route-day = { $day } 不是日期：请写成 2026-11-23 这样。
cli-route-text = { $text }
cli-route-line = {"  "}{ $decision }  { $intent }  { $score }
cli-route-others = {"  "}也可能：{ $intents }
cli-route-category = {"  "}类别：{ $category }  { $score }
cli-route-team = {"  "}队伍：{ $team }
cli-route-slots = {"  "}内容：{ $slots }
cli-route-call = {"  "}要人回电话
cli-route-words = {"  "}依据：{ $words }
cli-route-count = { $count } 段话
cli-route-columns = {" "}数量  准确   召回   F1
cli-error-database-unreachable = 打不开数据库（{ $reason }）：请检查 LINLI_DATABASE_URL，并确认数据库在运行。
cli-error-schema-behind = 数据库还不是本程序的版本：请先运行 `linli migrate`。
cli-error-secret-key-file = 密钥文件 { $file } 读不了也建不了：请检查它的属主和 LINLI_DATA_DIR；不要删除它，否则存下的电话号码就找不回来了。
cli-error-unit-name-taken = 已经有 { $name } 了：请换一个名称。
cli-error-unit-unknown = 没有这个单位：运行 `linli unit tree` 可以看到全部。
cli-error-unit-level = 这一级不能放在那里：社区在街道下面或单独设立，小组在社区下面。
cli-error-seed-file = { $file } 不能用（在 { $place }）：请对照文档里的例子。
cli-error-seed-demo-only = 虚构的例子只能用来试用：请设置 LINLI_DEMO=1，或者给出您自己的文件。
cli-error-clock-demo-only = 只有试用时才能移动时间：请设置 LINLI_DEMO=1。真的社区用机器自己的时间。
cli-error-clock-too-far = 最多能移到离现在 { $days } 天的地方；时间没有动。
cli-clock-now = 试用的时间现在是 { $now }。

cli-migrate-nothing = 数据库已经是最新的（{ $revision }）。
cli-migrate-done = 数据库已从 { $before } 升级到 { $revision }。
cli-seed-done = 新录入：单位 { $units } 个，工作群 { $chats } 个，人员 { $people } 名。

cli-unit-none = 还没有单位：请运行 `linli unit add 名称 --level community`。
cli-unit-line = { $name }（{ $level }）· 海报链接：?start=u_{ $invite }
cli-unit-chat = · { $title }：{ $purposes }
cli-unit-added = 已添加 { $name }。海报链接：?start=u_{ $invite }。下一步：`linli unit bind { $name }`。
cli-unit-bind =
    { $name }（{ $purpose }）的绑定码：{ $code }
    先把机器人设为群管理员，再在群里发送：/bind { $code }
    7 天内有效，只能用一次。

cli-inbox-parked = { $incident } 没能处理，内容还留着。
cli-inbox-hint = 原因排除以后：`linli inbox retry 编号`。
cli-inbox-none = 没有处理不了的消息。
cli-inbox-retried = { $incident } 会马上重新处理；机器人没在运行的话，下次启动时处理。
cli-inbox-unknown = 没有编号 { $incident }：运行 `linli inbox list` 可以看到全部。
cli-outbox-depth = 发件箱：{ $counts }
cli-outbox-empty = 发件箱：没有消息。
cli-outbox-pending = 等着发 { $count } 条
cli-outbox-paused = 暂停 { $count } 条
cli-outbox-sent = 已发出 { $count } 条
cli-outbox-superseded = 不用再发 { $count } 条
cli-outbox-dead = 发不出去 { $count } 条
cli-outbox-unreachable = 对方收不到 { $count } 条
cli-outbox-oldest = 最早的等了 { $minutes } 分钟。
cli-outbox-dead-row = #{ $id } 发往 { $chat }，试了 { $attempts } 次：{ $error }
cli-outbox-hint = 原因排除以后：`linli outbox revive 编号`。
cli-outbox-revived = #{ $id } 会重新发送。
cli-outbox-not-dead = 发不出去的消息里没有 #{ $id }：运行 `linli outbox list` 可以看到全部。
cli-outbox-which = 请写明编号：`linli outbox list` 里有。

cli-check-settings = 设置
cli-check-file = 已读取
cli-check-file-none = 没有；只用环境变量
cli-check-file-open = { $file } 里有密码，别人也能读：请运行 chmod 600 { $file }
cli-check-folder = 数据文件夹
cli-check-folder-closed = 不能写入：请改它的属主，或者改 LINLI_DATA_DIR。
cli-check-key-open = 别人也能读 secret.key：请把它 chmod 600。
cli-check-database = 数据库
cli-check-database-has = 单位 { $units } 个，工作群 { $chats } 个
cli-check-no-chats = 还没有绑定工作群：请运行 `linli unit bind 名称`，再到群里发送绑定码。
cli-check-redis = Redis
cli-check-redis-away = 连不上：请检查 LINLI_REDIS_URL，看 Redis 或 Valkey 有没有启动。
cli-check-token = 令牌
cli-check-token-refused = Telegram 不认这个令牌：请向 @BotFather 要现在的令牌（/token）。
cli-check-no-answer = { $url } 没有回应：请检查网络、代理或 LINLI_API_URL。
cli-check-odd-answer = Telegram 回答 { $error }：请过一分钟再检查。
cli-check-chat-gone = 机器人不在这个群里：请重新拉进去，或者绑定别的群。
cli-check-rights = 请在群设置里给机器人这些权限：{ $rights }。
cli-check-wrong = 有 { $count } 件事要处理。
cli-check-well = 一切正常。
cli-right-administrator = 管理员
cli-right-can-manage-topics = 管理话题
cli-right-can-delete-messages = 删除消息
cli-right-can-pin-messages = 置顶消息

cli-demo-starting = 正在启动试用 …
cli-demo-port-taken = 端口 { $port } 被占用，换一个空闲的。
cli-demo-ready =

    好了。请打开  { $url }

    五扇门，一扇一扇试：
    1. 诉求：扮演王秀英，发送 /start，同意说明，写“楼道灯坏了”。再扮演刘敏，打开“幸福社区·接待台”，接手，在话题里写答复。
    2. 预约：还是王秀英，写“下周二想找律师问遗产”。
    3. 投票：扮演赵组长，发送 /start，再发 /vote。
    4. 三务公开：写“上个月电梯维修花了多少”，或者发 /news。
    5. 每周消息：发 /subscribe 订上，按左上角的“+1 周”，看看收到什么；没办完的事，工作群也会收到超期提醒。
    Emma Smith 说英语，陳美玲看繁体字。

    按 Ctrl-C 结束。
cli-demo-stopping = 正在停止 …
cli-demo-kept = 数据库和日志在：{ $folder }
cli-demo-child-ended = 试用的进程“{ $name }”自己停了（退出码 { $exit }），原因见日志：{ $log }
cli-demo-not-ready = 试用的进程“{ $name }”没有按时就绪，原因见日志：{ $log }
cli-config-undo-seconds = { $key } 要写工作人员的话发出前等几秒：0–300，0 是马上发。
cli-config-case-per-minute = { $key } 要写同一件事每分钟逐条转给工作群的消息数，1 到 10000。
cli-config-group-per-minute = { $key } 要写每分钟发到一个群的消息数，大于 0（Telegram 最多 20）。
cli-config-per-second = { $key } 要写每秒一共调用 Telegram 几次：大于 0，最多 30。
cli-config-person-per-second = { $key } 要写每秒发给一个人的消息数，大于 0（Telegram 大约 1 条）。
cli-config-http-busy = 端口 { $port } 用不了：请换一个 { $key }，或者停掉占着它的程序。
cli-config-webhook-refused = Telegram 不接受 { $key }：{ $error }。请写一个从外面能打开的 https 网址。
cli-error-unit-name-empty = 单位要有名称，比如 linli unit add 幸福社区 --level community。
cli-config-reopen-days = { $key } 要写天数：1 到 3650。
cli-config-district-name = { $key } 要写复查机关的名称。
cli-config-district-address = { $key } 要写复查机关的地址。
cli-config-district-phone = { $key } 要写复查机关的电话。
cli-config-city-name = { $key } 要写复核机关的名称。
cli-config-city-address = { $key } 要写复核机关的地址。
cli-config-city-phone = { $key } 要写复核机关的电话。
cli-error-bind-team-which = 服务队的群要写 --purpose team --team 哪一队：{ $teams }。别的用途不写 --team。
