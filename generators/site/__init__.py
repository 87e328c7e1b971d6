"""The finished site: pages through the builder, kept in a store, checked as a whole, and put in place in one step."""
