"""Ethical dilemmas: hard cases and questions that the force put to an ethics body, and what that body thought."""
