"""Ways out: what a case holds in the forms that other programs read. None drops what is uncertain."""
