# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 本人发来一张名片。本级只看事情，不显示姓名和号码。
