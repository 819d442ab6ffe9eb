"""What a person sees: pure functions from values of ``dateline.model`` to rich renderables."""
