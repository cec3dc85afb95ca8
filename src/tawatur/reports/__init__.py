"""Acts and standing ties: from words and named phrases to drafts of reports."""
