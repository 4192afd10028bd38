# Texts of zh-TW that OpenCC does not get right. Each replaces the whole message of the same key.
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
onboarding-language = 您好！請選擇語言。
    Please choose your language.
