"""Files that hold articles in other forms than plain text: pages, feeds, documents, sheets, archives."""
