"""What templates see of a partner's facts, one module for each part of the promise."""
