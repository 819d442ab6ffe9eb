"""The command line as tests call it."""

from __future__ import annotations

import pytest

from .running import Here


@pytest.fixture
def here(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.setenv("COLUMNS", "80")
    return Here(capfdbinary)
