"""Read and write photographs; colour."""
