"""The page for people who never type: what the commands do, in the browser of one's own machine."""
