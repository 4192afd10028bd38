from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import check_permission, find_thread, writable_chat
from sandbox.methods.posting import place_of, post, text_of


@method("sendMessage")
def send_message(call: Call) -> dict[str, Any]:
    place = place_of(call)
    return call.world.view(post(call, place, text_of(call.world, call.params)))


@method("sendLocation")
def send_location(call: Call) -> dict[str, Any]:
    place = place_of(call)
    return call.world.view(post(call, place, {"location": location_of(call.params)}))


@method("sendVenue")
def send_venue(call: Call) -> dict[str, Any]:
    place, params = place_of(call), call.params
    location = location_of(params)
    venue = {"location": location, "title": params["title"], "address": params["address"]}
    for key in ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"):
        if params.get(key):
            venue[key] = params[key]
    return call.world.view(post(call, place, {"venue": venue, "location": location}))


@method("sendContact")
def send_contact(call: Call) -> dict[str, Any]:
    place = place_of(call)
    keys = ("phone_number", "first_name", "last_name", "vcard")
    contact = {key: call.params[key] for key in keys if call.params.get(key)}
    return call.world.view(post(call, place, {"contact": contact}))


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    world = call.world
    chat = writable_chat(world, call.params["chat_id"])
    check_permission(world, chat, {})
    thread = call.params.get("message_thread_id")
    if thread is not None and not (thread == 1 and chat.is_forum):
        find_thread(world, chat, thread)
    told = {"chat_id": chat.id, "action": call.params["action"], "message_thread_id": thread}
    world.events.tell("typing", told, chat.people())
    return True


def location_of(params: dict[str, Any]) -> dict[str, Any]:
    if abs(params["latitude"]) > 90 or abs(params["longitude"]) > 180:
        raise ApiError(400, "Bad Request: wrong location specified")
    keys = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return {key: params[key] for key in keys if params.get(key) is not None}
