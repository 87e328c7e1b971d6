"""The commands of `scrutiny`, one module each: each is loaded only when somebody gives it."""
