"""Steps 2 to 4: encoder, mappers, decoder, critics, discriminator. Pure torch."""
