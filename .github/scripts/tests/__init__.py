"""Tests of the workflows' scripts, on made-up repositories and a made-up GitHub."""
