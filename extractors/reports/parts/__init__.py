"""What a report consists of: questions, averages, comments, results, cover."""
