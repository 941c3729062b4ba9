"""Template packs: wording, looks and agency profile as data; no code lives here."""
