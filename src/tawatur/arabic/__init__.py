"""Text as text: offset-mapped normal forms, words with their clitics, sentences, quotations, morphology, numerals."""
