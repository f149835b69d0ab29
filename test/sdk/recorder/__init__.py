"""Runs a snippet with the real SageMaker SDK and without AWS, and records the requests that it sends."""
