-- Full text over folded words. No text is kept here: deleting needs the same words again.
CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE said USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE names USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 0');
