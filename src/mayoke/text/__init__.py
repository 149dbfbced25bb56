"""The text floor: charsets, folding, HTML, URLs, languages, personal patterns."""
