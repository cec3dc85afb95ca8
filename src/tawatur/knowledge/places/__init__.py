"""Data only: places known to us and to GeoNames."""
