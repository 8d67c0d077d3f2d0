"""What can be done with the program: use cases, read models, and the ports they need."""
