"""Search: an index of every finished page and of the text in attached documents, and the page that asks it."""
