"""/control/…: lets another process act for people, cause trouble, and read what was sent."""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.demo.server import groups
from bot.demo.server.acting import ImpossibleAct, act
from bot.demo.server.faults import Fault, Latency, Trouble
from bot.demo.server.limits import NO_LIMITS, Limits
from bot.demo.server.telegram import Telegram
from bot.demo.server.views import chat_view, sent_view

Order = dict[str, Any]
Handler = Callable[[Telegram, Request, Order], Awaitable[Order]]
_FAULT_FIELDS = frozenset(field.name for field in fields(Fault)) - {"hits"}


def control_app(telegram: Telegram) -> Starlette:
    """The control routes for this server. A wrong order is answered 400 with its reason."""
    routes = [
        Route("/control/people", _route(telegram, _add_person), methods=["POST"]),
        Route("/control/groups", _route(telegram, _add_group), methods=["POST"]),
        Route("/control/act", _route(telegram, _act), methods=["POST"]),
        Route("/control/faults", _route(telegram, _add_fault), methods=["POST"]),
        Route("/control/faults", _route(telegram, _clear_faults), methods=["DELETE"]),
        Route("/control/latency", _route(telegram, _set_latency), methods=["POST"]),
        Route("/control/limits", _route(telegram, _set_limits), methods=["POST"]),
        Route("/control/updates", _route(telegram, _inject), methods=["POST"]),
        Route("/control/repeat", _route(telegram, _repeat), methods=["POST"]),
        Route("/control/chats/{chat:int}", _route(telegram, _chat)),
        Route("/control/sent", _route(telegram, _sent)),
        Route("/control/toasts", _route(telegram, _toasts)),
        Route("/control/counters", _route(telegram, _counters)),
        Route("/control/wait", _route(telegram, _wait)),
    ]
    return Starlette(routes=routes)


def _route(telegram: Telegram, handler: Handler) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def answer(request: Request) -> JSONResponse:
        try:
            order = await request.json() if request.method == "POST" else {}
            if not isinstance(order, dict):
                raise ImpossibleAct("an order is a JSON object")
            return JSONResponse(await handler(telegram, request, order))
        except (ValueError, TypeError, KeyError) as error:
            return JSONResponse({"error": str(error)}, status_code=400)

    return answer


async def _add_person(telegram: Telegram, request: Request, order: Order) -> Order:
    person = telegram.add_person(str(order["name"]), language=str(order.get("language", "en")))
    return {"id": person.id}


async def _add_group(telegram: Telegram, request: Request, order: Order) -> Order:
    members = [telegram.accounts[number] for number in order.get("members", [])]
    kind = order.get("kind", "group")
    return {"id": groups.make_group(telegram, str(order["title"]), members, kind).id}


async def _act(telegram: Telegram, request: Request, order: Order) -> Order:
    return act(telegram, order)


async def _add_fault(telegram: Telegram, request: Request, order: Order) -> Order:
    wrong = order.keys() - _FAULT_FIELDS
    if wrong:
        raise ImpossibleAct(f"a fault has no {', '.join(sorted(wrong))}")
    telegram.faults.add(Fault(**order | {"trouble": Trouble(order["trouble"])}))
    return {}


async def _clear_faults(telegram: Telegram, request: Request, order: Order) -> Order:
    telegram.faults.clear()
    return {}


async def _set_latency(telegram: Telegram, request: Request, order: Order) -> Order:
    telegram.faults.latency = Latency(float(order.get("mean", 0)), float(order.get("spread", 0)))
    return {}


async def _set_limits(telegram: Telegram, request: Request, order: Order) -> Order:
    telegram.meter.change(Limits() if order.get("on") else NO_LIMITS)
    return {}


async def _inject(telegram: Telegram, request: Request, order: Order) -> Order:
    return {"update_id": telegram.updates.push_raw(order)}


async def _repeat(telegram: Telegram, request: Request, order: Order) -> Order:
    telegram.updates.repeat_next(int(order.get("count", 1)))
    return {}


async def _chat(telegram: Telegram, request: Request, order: Order) -> Order:
    chat = telegram.chats[request.path_params["chat"]]
    query = request.query_params
    return chat_view(telegram, chat, int(query.get("after", 0)), int(query.get("last", 1_000_000)))


async def _sent(telegram: Telegram, request: Request, order: Order) -> Order:
    """What was sent from number `after` on, and the number to ask from next time."""
    forgotten = telegram.sent_in_all - len(telegram.sent)
    skip = max(int(request.query_params.get("after", 0)) - forgotten, 0)
    found = [sent_view(sent) for sent in list(telegram.sent)[skip:]]
    return {"sent": found, "next": telegram.sent_in_all, "forgotten": forgotten}


async def _toasts(telegram: Telegram, request: Request, order: Order) -> Order:
    found = [
        {"person": toast.press.person_id, "data": toast.press.data, "text": toast.text, "alert": toast.alert}
        for toast in telegram.toasts
    ]
    return {"toasts": found}


async def _counters(telegram: Telegram, request: Request, order: Order) -> Order:
    return {
        "version": telegram.feed.version,
        "sent": telegram.sent_in_all,
        "sends_to": {str(chat_id): count for chat_id, count in telegram.sends_to.items()},
        "calls": telegram.calls,
        "flood_refusals": telegram.meter.rejected,
        "updates_pushed": telegram.updates.pushed,
        "updates_waiting": len(telegram.updates),
        "faults_hit": sum(fault.hits for fault in [*telegram.faults.waiting, *telegram.faults.done]),
    }


async def _wait(telegram: Telegram, request: Request, order: Order) -> Order:
    """Answer when something has changed after `version`, or after `within` seconds."""
    query = request.query_params
    await telegram.feed.next_change(int(query.get("version", 0)), min(float(query.get("within", 5)), 30.0))
    return {"version": telegram.feed.version}
