"""What is not public yet, shown in its place and plainly marked to whoever keeps the records, and to nobody else."""
