"""The only floor that knows Qt. Talks to the services, never to the database."""
