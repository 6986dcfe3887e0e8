"""The token of the API: whoever writes sends it."""

from fastapi import HTTPException, Request

from musnad.web.desk import Desk
from musnad.web.sessions import Sessions


def must_know(desk: Desk, request: Request) -> None:
    """Refuse whoever does not send the token."""
    if not Sessions(desk.site.token).may_call(request):
        raise HTTPException(401, "send the token: Authorization: Bearer …", {"www-authenticate": "Bearer"})
