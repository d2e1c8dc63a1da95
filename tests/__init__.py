"""The proofs. One folder a floor, as in the house; `support` holds what several of them need."""
