"""What the stages share about written Chinese: characters, numerals, labels, figures, words."""
