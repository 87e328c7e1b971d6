"""Dip samples: what members found when they read some of the force's files."""
