"""What names say: a time, a protocol's field, a text for people."""

from __future__ import annotations

import re

WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
TIME_WORDS = frozenset(
    (
        "time timestamp ts date datetime at on since until when from to after before start "
        "started begin end ended created updated modified expires expiry expiration due seen "
        "stamp clock taken sent received logged moment generated saved utc iso timestamps times "
        "dates checked fetched synced read written changed finished stopped closed opened loaded "
        "joined answered registered processed deleted published arrived stored submitted "
        "completed issued entered cached noted recorded"
    ).split()
)
NO_TIME = frozenset(
    (
        "timeout elapsed duration took interval ttl uptime age timezone tz zone delta count delay "
        "latency runtime id key nonce reference version name file path"
    ).split()
)
EPOCH_WORDS = TIME_WORDS - {"utc", "iso", "read", "written", "to"}
PROTOCOL = frozenset({"iat", "exp", "nbf", "auth_time", "updated_at_hash"})
DATE_HEADERS = frozenset(
    ("date expires last-modified if-modified-since if-unmodified-since retry-after if-range").split()
)
FOR_PEOPLE = frozenset(
    (
        "content text body message html subject title description markdown caption greeting "
        "prompt summary comment note label display announcement speech footer header headline msg "
        "plain statustext displayname tooltip subtitle"
    ).split()
)
LAST_WORD = re.compile(r"([A-Za-z_]+)\W{0,2}[=:]\s*['\"]?$")
FILE_NAME = re.compile(
    r"[^\s/]\.(?:json|jsonl|csv|log|txt|xlsx?|zip|gz|tar|bak|mp3|wav|html?|xml|ya?ml|db|sqlite3?|"
    r"pdf|png|jpe?g|parquet|pkl|toml|ini|md|tmp|lock|done|ics|vcf|ndjson)$"
)


def words(name: str) -> list[str]:
    """ "lastSeenOn" is ["last", "seen", "on"]."""
    return [w.lower() for w in WORDS.findall(name)]


def says_time(name: str) -> bool:
    found = words(name)
    return any(w in TIME_WORDS for w in found) and not any(w in NO_TIME for w in found)


def says_epoch(name: str) -> bool:
    """Whether a number under this name is meant as a point in time."""
    found = words(name)
    return any(w in EPOCH_WORDS for w in found) and not any(w in NO_TIME for w in found)


def is_protocol(name: str) -> bool:
    return name.lower() in PROTOCOL


def is_for_people(name: str) -> bool:
    return name.lower().replace("_", "") in FOR_PEOPLE


def is_file_name(text: str) -> bool:
    return bool(FILE_NAME.search(text))


def name_before(text: str) -> str:
    """The name that a message gives to what follows: "timestamp" in "timestamp=%s"."""
    match = LAST_WORD.search(text)
    return match[1] if match else ""
