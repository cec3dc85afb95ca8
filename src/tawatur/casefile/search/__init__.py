"""Full-text search over normal forms: hamza, marks, the article, digits and tatweel do not tell words apart."""
