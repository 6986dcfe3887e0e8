"""What all forms share: whether a page of ours sent them, and where they lead back to."""

from fastapi import HTTPException, Request

from musnad.web.desk import Desk
from musnad.web.sessions import Sessions

_NOT_OURS = "this form was sent by somebody who is not signed in, or by another site"


def must_be_ours(desk: Desk, request: Request, csrf: str) -> None:
    """Refuse a form that no page of ours sent, or nobody who may write."""
    if not Sessions(desk.site.token).may_post(request, csrf):
        raise HTTPException(403, _NOT_OURS)


def local(address: str) -> str:
    r"""Return an address if it leads nowhere but here, else the first page.

    >>> local("/today?x=1"), local("//evil.example"), local("https://evil.example"), local("/\\evil.example")
    ('/today?x=1', '/', '/', '/')
    """
    here = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if here else "/"
