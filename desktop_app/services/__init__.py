"""One verb = one method = one transaction. Returns frozen rows; knows neither Qt nor SQL words."""
