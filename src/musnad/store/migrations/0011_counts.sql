-- How many articles are compared is asked before every step of a refresh; the table itself is large.
CREATE INDEX compared_article ON compared (article);
