"""One module a room: ROOM names its folder below src/tawatur, found() gives what the room finds in an example."""
