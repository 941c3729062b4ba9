"""An archive of past reports as unlike each other as can be, each with what it truly says."""
