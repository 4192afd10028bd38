# Personal data: what is shown, kept, handed out and erased.

contact-hidden = 👤 A contact was sent here. At this level only the matter is shown, not the name and number.
