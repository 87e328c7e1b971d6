"""Small files that hide things, one class each, and small files that hide nothing; all made up."""
