"""Find faces, their landmarks and mesh; rasterise the mesh."""
