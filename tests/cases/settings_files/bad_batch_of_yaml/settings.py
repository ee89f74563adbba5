from functools import lru_cache
from pathlib import Path
import yaml

@lru_cache
def settings():
    path = Path(__file__).with_name("config.yaml")
    with path.open(encoding="utf-8") as f:
        return yaml.safe_load(f)
