"""The bundled demonstration: eight short articles written for Tawatur, in the voices of invented outlets."""
