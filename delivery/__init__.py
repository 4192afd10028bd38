import os

# python-telegram-bot's own switch: `RetryAfter.retry_after` is a timedelta, and making one no longer warns.
os.environ.setdefault("PTB_TIMEDELTA", "1")
