"""What publishing now would do, for the person who keeps the records. Nothing is written."""
