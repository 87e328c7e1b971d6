"""The public field guide: what every field of every record means, by examples and by mistakes, and as schemas."""
