"""Settings, the staged cache and the Swapper that joins the rooms."""
