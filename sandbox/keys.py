from aiohttp import web

from sandbox.api import BotApi

API: web.AppKey[BotApi] = web.AppKey("api", BotApi)
