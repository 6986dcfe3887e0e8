"""The contexts of the templates: frozen records, one file a page. Every template names its own in its first line."""
