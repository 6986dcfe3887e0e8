"""Who holds an office on the day of the article."""
