# linli setup：一步一步把机器人装好。
cli-help-setup = 第一次安装：一步一步问，告诉您在 Telegram 里按什么；可以随时停下，再运行接着来。
cli-help-setup-language = 用哪种语言问；不给就先问。

cli-between = { "、" }

cli-setup-hello =
    一共三步：机器人、社区、工作群，大约五分钟。
    随时可以按 Ctrl-C 停下；再运行 linli setup，就从停下的地方接着来。

    ━━ 1/3 机器人 ━━
cli-setup-botfather = 用手机扫一扫，打开 @BotFather（也可以在 Telegram 里搜索它）：
cli-setup-botfather-how =
    1. 发送 /newbot。
    2. 给机器人起个名字，比如“幸福社区”。
    3. 再起一个英文用户名，要以 bot 结尾。
    4. BotFather 会回一行“令牌”，像 123456789:AA…，请复制整行。
    令牌就是钥匙，不要给别人看。

    请粘贴令牌，再按回车。屏幕上不显示是正常的。
cli-setup-token-shape =
    这不像令牌。请把 BotFather 给的那一行全部复制（数字、冒号、一串字母），
    再粘贴一次。
cli-setup-token-refused =
    Telegram 不认这个令牌。请在 BotFather 里发送 /token，选您的机器人，
    复制现在的令牌，再粘贴一次。
cli-setup-token-old = { $file } 里的令牌不能用了，需要一个新的。
cli-setup-again =
    { $reason }
    弄好以后按回车再试。
cli-setup-bot = ✓ 机器人“{ $name }”（@{ $bot }）可以用了。
cli-setup-groups-off =
    @{ $bot } 现在不许进群。请打开 BotFather：
    发送 /setjoingroups，选 @{ $bot }，再按 Enable。弄好以后按回车。
cli-setup-migrate =
    数据库要先升级到本程序的版本。现在就升级吗？
    （里面有要紧的资料，请先备份。）
cli-setup-migrate-yes = 升级
cli-setup-migrate-no = 先不

cli-setup-community =
    ━━ 2/3 社区 ━━
    社区叫什么名字？居民会看到它，比如“幸福社区”。
cli-setup-phone = { $name }的值班电话？不用机器人的居民会看到它。没有就直接按回车。
cli-setup-community-added = ✓ 已添加{ $name }。
cli-setup-units =
    ━━ 2/3 社区 ━━
    已经有了：
cli-setup-which = 哪个单位的工作群？

cli-setup-group =
    ━━ 3/3 工作群 ━━
    { $name } · { $purpose }
cli-setup-for-desk = 接待：居民的事会送到这个群里，由群里的人办。
cli-setup-for-supervision = 监督：居务监督委员会的群。现在还不会送东西来，可以以后再连。
cli-setup-for-finance = 理财：民主理财小组的群。现在还不会送东西来，可以以后再连。
cli-setup-for-team = 服务队：这支服务队自己的群。现在还不会送东西来，可以以后再连。
cli-setup-for-operators = 运维：给照看机器人的人。消息发不出去、群出了问题，在这里提醒。
cli-setup-group-steps =
    1. 在 Telegram 里准备一个群，拉进同事；最好打开群设置里的“话题”。
    2. 用群主的手机扫下面的码，选这个群，按“添加为管理员”，权限不要改。
    扫不了也行：把机器人拉进群，设为管理员，在群里发送  /bind { $code }
cli-setup-group-waiting = 我在这里等，群一准备好就接着来 …
cli-setup-rights =
    群“{ $title }”还缺：{ $rights }。
    请在群设置 → 管理员 → 机器人里打开。
cli-setup-send-again = 权限齐了。请一位群管理员在群里发送：/bind { $code }
cli-setup-line = → { $text }
cli-setup-group-done = ✓ 群“{ $title }”就是{ $name }的工作群：{ $purpose }。
cli-setup-gone = 机器人不在群“{ $title }”里了，或者不是管理员了（{ $name }）。
cli-setup-gone-new = 换一个群
cli-setup-gone-later = 先不管，我把机器人请回去
cli-setup-others =
    还要别的工作群吗？
cli-setup-others-none = 不用了

cli-setup-posters =
    居民扫海报上的码就能来。下面的链接可以印在海报上：
cli-setup-poster = { $name }：

cli-setup-check =
    ━━ 检查 ━━
cli-setup-environment = 这些设置来自环境变量，每次启动都要有：{ $names }
cli-setup-serving =
    好了！机器人正在工作，居民现在就可以写了。
    这个窗口开着，它就一直工作；按 Ctrl-C 结束。
cli-setup-served =
    好了！机器人已经在工作，居民现在就可以写了。
cli-setup-end =
    以后启动机器人：linli run。要它开机自动运行，见 deploy/README.md。
    要加网格、小组：linli unit add --help，或者 linli seed 文件。
cli-setup-interrupted =
    停下了，做好的都保存着。再运行 linli setup 就接着来。
    发出的绑定码 7 天内有效：运行 linli run 以后，在群里发送也可以。

cli-setup-empty = 请写点什么，再按回车。
cli-setup-long = 太长了，最多 { $limit } 个字。
cli-setup-garbled = 有看不懂的字符，请重新写一遍。
cli-setup-no-phone = 这不像电话号码。请这样写：010-12345678 或 13800000000；没有就直接按回车。
cli-setup-number = 请写 1 到 { $count } 的数字；直接按回车就是 { $preferred }。
cli-setup-no-more-answers = 没有读到回答。做好的都保存着，再运行 linli setup 就接着来。
cli-setup-bot-ended = 机器人自己停了，原因见 { $log }。改好以后再运行 linli setup。
cli-setup-as-root = { $folder } 不是 root 的文件夹：请用它的主人（用户号 { $owner }）来运行，见 deploy/README.md。
cli-config-file-written = 写不了 { $file }：请检查这个文件夹的写入权限。
cli-config-file-edit = 改不了 { $file } 里的 { $key }：请把它改写成一行 { $key } = "值"。
