"""Shows which reports of one event cannot all be true."""
