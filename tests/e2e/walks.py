"""Ways through every window, for tests/e2e/test_breadth.py: see Walker.walk for how they are written."""

ONBOARDING = """
> /start
language.zh-cn privacy.lang
language.en privacy.lang
language.zh-tw privacy.lang
language.zh-cn privacy.no
? 电话和窗口
office.back privacy.yes abroad.back privacy.yes abroad.no office.back
> /language
language.zh-cn
> /help
office.back
> /cases
> ABCD-EFGH-JKMN
privacy.yes abroad.yes
? 为您服务
"""
WITHOUT_POSTER = """
> 先说一句
language.zh-cn privacy.yes abroad.yes unit.*
? 先说一句
"""
MENU = """
main.help help.back main.language language.back
main.language language.en main.language language.zh-tw main.language language.zh-cn
main.more more.back main.more more.unit unit.back
main.cases mine.code code.menu main.cases mine.menu main.code code.menu
> /help
> /language
language.back
> 菜单
? 为您服务
> /start u_SANZU
poster.no
> /start u_SANZU
> 菜单
? 为您服务
> /start u_SANZU
poster.yes main.more more.unit unit.*
"""
PETITION = """
main.petition kind.menu main.petition kind.service text.back kind.complaint text.menu
main.petition kind.complaint
> 井盖坏了
text.menu main.draft
preview.menu main.draft preview.text text.anew anew.back text.anew anew.yes
text.back preview.go-on text.back preview.go-on
> 路灯也坏了
text.done preview.place place.back preview.place
> 东门口
preview.place place.keep preview.place place.none
? 去掉
preview.back place.back text.done place.menu main.draft
preview.kind kind.back
> 不对
preview.kind kind.suggestion preview.decide name.menu main.draft preview.decide name.named
preview.name name.back preview.name name.unnamed preview.name name.named preview.back name.named
preview.discard discard.no preview.menu main.petition begun.go-on preview.menu
> /petition
begun.anew discard.no begun.anew discard.yes kind.complaint
> 又想起一件
text.menu
> 另外一件
ask.other begun.anew discard.yes kind.service place.skip preview.discard discard.yes
? 为您服务
main.petition kind.suggestion
> 多种几棵树
text.done place.back text.done place.skip name.back place.skip name.named preview.confirm
"""
OFFER = """
> 先放一放的话
ask.menu main.words
> 再加一句
ask.last last.no ask.last last.yes
ask.drop drop.no ask.drop drop.yes
? 为您服务
"""
CASES = """
> /cases
mine.* view.write write.back view.write write.menu main.cases
mine.* view.mine mine.* view.menu main.cases
mine.* view.dates dates.back view.dates dates.menu main.cases
mine.* view.end withdraw.no
> 不撤回
view.menu
> /case
? 件事
mine.menu
"""
STAGES = (
    "note add claim note add reply reply note add ask ask reply note add answer answer reply note add close note",
    "claim ask answer withdraw note",
    "withdraw",
    "claim withdraw",
    "claim reply withdraw",
    "claim ask withdraw",
)
"""What happens to a case, one after the other; together every line of the table of transitions."""
