"""The archive pack: everything that an office publishes, or keeps, in one bundle that anybody can verify and open."""
