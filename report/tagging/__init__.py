"""Structure tags written while drawing, and the frame of a document that has them."""
