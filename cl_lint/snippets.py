"""What `cl-lint init` offers for pre-commit and for CI, as text for the files that those read."""

from __future__ import annotations

from cl_lint.version import VERSION

PRE_COMMIT_FILE = ".pre-commit-config.yaml"
CI_FILES = {"github": ".github/workflows/cl-lint.yml", "gitlab": ".gitlab-ci.yml"}


def pre_commit() -> str:
    """A `.pre-commit-config.yaml`; what stands below `repos:` can be added to one that exists."""
    return f"""\
repos:
  - repo: local
    hooks:
      - id: cl-lint
        name: cl-lint
        entry: cl-lint check
        language: python
        additional_dependencies: ["cl-lint=={VERSION}"]
        types: [python]
        require_serial: true
"""


def ci(service: str, folder: str) -> str:
    """The file of a CI service (a key of `CI_FILES`) that checks `folder`, relative to the repository."""
    return {"github": _github, "gitlab": _gitlab}[service](folder)


def _github(folder: str) -> str:
    return f"""\
name: cl-lint
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read
  security-events: write

jobs:
  cl-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - run: pip install "cl-lint=={VERSION}"
      - run: cl-lint check --output-format sarif --output-file cl-lint.sarif --output-format github {folder}
      - uses: github/codeql-action/upload-sarif@v4
        if: ${{{{ !cancelled() }}}}
        with:
          sarif_file: cl-lint.sarif
          category: cl-lint
"""


def _gitlab(folder: str) -> str:
    return f"""\
cl-lint:
  image: python:3.12-slim
  script:
    - pip install "cl-lint=={VERSION}"
    - cl-lint check --output-format gitlab --output-file cl-lint.json --output-format full {folder}
  artifacts:
    when: always
    reports:
      codequality: cl-lint.json
"""
