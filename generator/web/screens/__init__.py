"""The screens, one a module: what a browser asks for, and what it gets."""
