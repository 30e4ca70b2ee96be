"""What happens in a sentence, who says it, and how firmly."""
