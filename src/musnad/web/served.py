"""What a program needs to serve a collection: the application, the site, and the names of this machine."""

from musnad.web.application import application
from musnad.web.site import LOOPBACK, Site

__all__ = ["LOOPBACK", "Site", "application"]
