"""What a template pack needs, known without rendering it."""
