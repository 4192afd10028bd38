contact-hidden = 👤 本人發來一張名片。本級只看事情，不顯示姓名和號碼。
