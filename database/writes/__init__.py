"""Changes to the tables. Each function takes a unit of work and touches what it changed."""
