"""Pages and an HTTP API over a collection: `musnad.web.served` has what serves it.

Needs `musnad[serve]`. Everything comes out of the package itself: no page asks another host for anything.
"""
