"""Security headers on every answer: a plain ASGI wrapper, because it is on the way of every request."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_security_policy(frame_ancestors: str = "'none'") -> str:
    """Everything from this server, nothing from anywhere else, nothing inline."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            f"frame-ancestors {frame_ancestors}",
        )
    )


class SecurityHeaders:
    """Adds the headers to answers that do not set their own."""

    def __init__(self, app: ASGIApp, *, frame_ancestors: str = "'none'") -> None:
        self._app = app
        headers = {
            "content-security-policy": content_security_policy(frame_ancestors),
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "geolocation=(self), camera=(), microphone=(), payment=()",
        }
        if frame_ancestors == "'none'":
            headers["x-frame-options"] = "DENY"
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", ()))
                names = {name.lower() for name, _ in own}
                message = {
                    **message,
                    "headers": own + [pair for pair in self._headers if pair[0] not in names],
                }
            await send(message)

        return await self._app(scope, receive, send_with_headers)
