"""Who is who within an article."""
