"""Encoder, mappers, critics, decoder, discriminator and their weights: pure torch."""
