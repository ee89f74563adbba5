"""Logging set-ups: which stamp their lines in UTC and ISO 8601, and which do not."""

from __future__ import annotations

import pytest
from snippets import compare, snippet

from cl_lint.checks import cl201_non_utc_timestamp, cl203_log_clock

CHECKS = {"CL201": cl201_non_utc_timestamp.check, "CL203": cl203_log_clock.check}
LINE = "%(asctime)s %(levelname)s %(message)s"
ISO = "%Y-%m-%dT%H:%M:%SZ"

FORMATTERS_WRONG = {
    "default": f"logging.Formatter('{LINE}')",
    "no arguments": "logging.Formatter()",
    "no time": "logging.Formatter('%(levelname)s %(message)s')",
    "number": "logging.Formatter('%(created)f %(message)s')",
    "false z": f"logging.Formatter('{LINE}', '{ISO}')",
    "offset": f"logging.Formatter(fmt='{LINE}', datefmt='%Y-%m-%dT%H:%M:%S%z')",
    "brace": "logging.Formatter('{asctime} {message}', style='{')",
    "dollar": "logging.Formatter('$asctime $message', style='$')",
    "class": f"Bare('{LINE}')",
    "class without clock": f"Local('{LINE}')",
    "own time": f"OwnLocal('{LINE}')",
    "own naive time": f"OwnNaive('{LINE}')",
    "own json": "JsonLocal()",
    "own json without time": "JsonBare()",
    "own json number": "JsonNumber()",
    "json logger": "JsonFormatter('%(levelname)s %(message)s')",
    "json logger asctime": f"JsonFormatter('{LINE}')",
    "json logger timestamp off": "JsonFormatter('%(message)s', timestamp=False)",
    "json logger of own fields": "JsonFields('%(message)s')",
    "tries datefmt": f"Tries('{LINE}', '%d.%m.%Y %H:%M')",
    "converter without z": f"Utc('{LINE}', '%Y-%m-%dT%H:%M:%S')",
    "converter alone": f"Utc('{LINE}')",
    "colorlog": f"colorlog.ColoredFormatter('%(log_color)s{LINE}')",
}
FORMATTERS_RIGHT = {
    "converter": f"Utc('{LINE}', '{ISO}')",
    "converter and offset": f"Utc('{LINE}', datefmt='%Y-%m-%dT%H:%M:%S%z')",
    "z in the line": "Utc('%(asctime)sZ %(message)s', '%Y-%m-%dT%H:%M:%S')",
    "milliseconds in the line": "Utc('%(asctime)s.%(msecs)03dZ %(message)s', '%Y-%m-%dT%H:%M:%S')",
    "milliseconds in braces": "Utc('{asctime}.{msecs:03.0f}Z {message}', '%Y-%m-%dT%H:%M:%S', style='{')",
    "basic form": f"Utc('{LINE}', '%Y%m%dT%H%M%SZ')",
    "defaults of the class": f"Zulu('{LINE}')",
    "subclass": f"Sub('{LINE}')",
    "static": f"Static('{LINE}', '{ISO}')",
    "own constructor": "Made()",
    "own time": f"OwnUtc('{LINE}')",
    "tries datefmt": f"Tries('{LINE}')",
    "tries datefmt that is right": f"Tries('{LINE}', '{ISO}')",
    "converter in own time": f"Converts('{LINE}')",
    "own json": "JsonUtc()",
    "own json with formatTime": f"JsonTime(datefmt='{ISO}')",
    "own json with entry": "JsonEntry()",
    "json logger": "JsonFormatter('%(message)s', timestamp=True)",
    "json logger named": "JsonFormatter(timestamp='at')",
    "json logger of own fields": "JsonRight('%(message)s')",
    "unknown library": "somelib.Formatter()",
    "unknown format": "logging.Formatter(unknown_format())",
}
CLASSES = """
import colorlog, somelib
from somewhere import unknown_format
from pythonjsonlogger.json import JsonFormatter
class Bare(logging.Formatter): pass
class Local(logging.Formatter):
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
class Utc(logging.Formatter):
    converter = time.gmtime
class Static(logging.Formatter):
    converter = staticmethod(time.gmtime)
class Zulu(Utc):
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
class Sub(Zulu): pass
class Made(logging.Formatter):
    def __init__(self):
        super().__init__("%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime
class OwnLocal(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return datetime.fromtimestamp(record.created).astimezone().isoformat()
class OwnNaive(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return datetime.utcfromtimestamp(record.created).isoformat()
class OwnUtc(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return self.stamp(record.created)
    def stamp(self, seconds):
        return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds")
class Tries(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        moment = datetime.fromtimestamp(record.created, tz=UTC)
        if datefmt:
            return moment.strftime(datefmt)
        return moment.isoformat()
class Converts(logging.Formatter):
    converter = time.gmtime
    def formatTime(self, record, datefmt=None):
        text = time.strftime("%Y-%m-%dT%H:%M:%S", self.converter(record.created))
        return "%s.%03dZ" % (text, record.msecs)
class JsonLocal(logging.Formatter):
    def format(self, record):
        return json.dumps({"time": datetime.now().isoformat(), "message": record.getMessage()})
class JsonBare(logging.Formatter):
    def format(self, record):
        return json.dumps({"level": record.levelname, "message": record.getMessage()})
class JsonNumber(logging.Formatter):
    def format(self, record):
        return json.dumps({"time": record.created, "message": record.getMessage()})
class JsonUtc(logging.Formatter):
    def format(self, record):
        return json.dumps({"time": datetime.fromtimestamp(record.created, UTC).isoformat()})
class JsonEntry(logging.Formatter):
    def format(self, record):
        entry = {"message": record.getMessage()}
        entry["time"] = datetime.now(UTC).isoformat()
        return json.dumps(entry)
class JsonTime(logging.Formatter):
    converter = time.gmtime
    def format(self, record):
        return json.dumps({"time": self.formatTime(record, self.datefmt), "message": record.getMessage()})
class JsonFields(JsonFormatter):
    def add_fields(self, log_record, record, message_dict):
        super().add_fields(log_record, record, message_dict)
        log_record["at"] = datetime.now().isoformat()
class JsonRight(JsonFormatter):
    def add_fields(self, log_record, record, message_dict):
        super().add_fields(log_record, record, message_dict)
        log_record["at"] = datetime.utcnow().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
handler = logging.FileHandler("app.log")
log.addHandler(handler)
"""


@pytest.mark.parametrize("made", FORMATTERS_WRONG.values(), ids=FORMATTERS_WRONG)
def test_a_formatter_with_another_clock_or_form_is_reported_where_it_is_made(made: str) -> None:
    compare(snippet(f"{CLASSES}\nhandler.setFormatter({made})  # !CL203\n"), CHECKS)


@pytest.mark.parametrize("made", FORMATTERS_RIGHT.values(), ids=FORMATTERS_RIGHT)
def test_a_formatter_with_utc_in_iso_8601_is_fine(made: str) -> None:
    compare(snippet(f"{CLASSES}\nhandler.setFormatter({made})\n"), CHECKS)


SETUPS = {
    "basicConfig bare": """
        logging.basicConfig(level="INFO")  # !CL203
    """,
    "basicConfig without time": """
        logging.basicConfig(format="%(levelname)s: %(message)s")  # !CL203
    """,
    "basicConfig with the line of a constant": """
        LINE = "%(asctime)s %(message)s"
        logging.basicConfig(format=LINE)  # !CL203
    """,
    "basicConfig with keywords of a mapping": """
        OPTIONS = {"format": "%(asctime)s %(message)s", "level": "INFO"}
        logging.basicConfig(**OPTIONS)  # !CL203
    """,
    "basicConfig under a converter for all": """
        logging.Formatter.converter = time.gmtime
        logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
    """,
    "basicConfig under defaults for all": """
        from logging import Formatter
        Formatter.converter = time.gmtime
        Formatter.default_time_format = "%Y-%m-%dT%H:%M:%S"
        Formatter.default_msec_format = "%s.%03dZ"
        logging.basicConfig(format="%(asctime)s %(message)s")
    """,
    "basicConfig under a lambda": """
        logging.Formatter.converter = lambda *args: datetime.now(timezone.utc).timetuple()
        logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
    """,
    "basicConfig under a converter to another zone": """
        from zoneinfo import ZoneInfo
        logging.Formatter.converter = lambda *args: datetime.now(ZoneInfo("Asia/Tokyo")).timetuple()
        logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")  # !CL203
    """,
    "basicConfig whose handlers have formatters": """
        formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        formatter.converter = time.gmtime
        handler = logging.StreamHandler()
        handler.setFormatter(formatter)
        logging.basicConfig(level="INFO", handlers=[handler])
    """,
    "basicConfig whose handler has none": """
        logging.basicConfig(level="INFO", handlers=[logging.StreamHandler()])  # !CL203
    """,
    "basicConfig whose handlers get formatters": """
        formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        formatter.converter = time.gmtime
        logging.basicConfig(level="INFO")
        for handler in logging.getLogger().handlers:
            handler.setFormatter(formatter)
    """,
    "handler without formatter": """
        handler = logging.FileHandler("app.log")  # !CL203
        logging.getLogger().addHandler(handler)
    """,
    "null handler": """
        logging.getLogger(__name__).addHandler(logging.NullHandler())
    """,
    "formatter as an attribute": """
        handler = logging.StreamHandler()
        handler.formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        handler.formatter.converter = time.gmtime
        logging.getLogger().addHandler(handler)
    """,
    "converter set on a formatter in a function": """
        def formatter():
            made = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
            made.converter = time.gmtime
            return made
        handler = logging.StreamHandler()
        handler.setFormatter(formatter())
    """,
    "filter that stamps": """
        class Stamp(logging.Filter):
            def filter(self, record):
                record.utc = datetime.now(timezone.utc).isoformat()
                return True
        handler = logging.StreamHandler()
        handler.addFilter(Stamp())
        handler.setFormatter(logging.Formatter("%(utc)s %(message)s"))
    """,
    "filter that stamps local time": """
        class Stamp(logging.Filter):
            def filter(self, record):
                record.local = datetime.now().isoformat()
                return True
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(local)s %(message)s"))  # !CL203
    """,
    "dictConfig": """
        import logging.config
        logging.config.dictConfig({  # !CL203
            "version": 1,
            "formatters": {"line": {"format": "%(asctime)s %(message)s"}},
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "dictConfig made by a function": """
        import logging.config
        def config(level):
            return {
                "version": 1,
                "formatters": {"line": {"format": "%(asctime)s %(message)s"}},
                "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
                "root": {"handlers": ["out"], "level": level},
            }
        logging.config.dictConfig(config("INFO"))  # !CL203
    """,
    "dictConfig whose handler has no formatter": """
        import logging.config
        logging.config.dictConfig({  # !CL203
            "version": 1,
            "handlers": {"out": {"class": "logging.StreamHandler"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "dictConfig with an unused formatter": """
        import logging.config
        class Zulu(logging.Formatter):
            converter = time.gmtime
        logging.config.dictConfig({
            "version": 1,
            "formatters": {
                "short": {"format": "%(message)s"},
                "zulu": {"()": Zulu, "fmt": "%(asctime)s %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%SZ"},
            },
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "zulu"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "dictConfig with attributes": """
        import logging.config
        logging.config.dictConfig({
            "version": 1,
            "formatters": {"zulu": {
                "()": "logging.Formatter",
                "fmt": "%(asctime)s %(message)s",
                "datefmt": "%Y-%m-%dT%H:%M:%SZ",
                ".": {"converter": time.gmtime},
            }},
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "zulu"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "dictConfig with a factory function": """
        import logging.config
        def zulu():
            made = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
            made.converter = time.gmtime
            return made
        logging.config.dictConfig({
            "version": 1,
            "formatters": {"zulu": {"()": zulu}},
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "zulu"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "dictConfig of python-json-logger": """
        import logging.config
        logging.config.dictConfig({
            "version": 1,
            "formatters": {"json": {"()": "pythonjsonlogger.json.JsonFormatter", "timestamp": True}},
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["out"]},
        })
    """,
    "Django's LOGGING": """
        SECRET_KEY = "x"
        INSTALLED_APPS = []
        LOGGING = {
            "version": 1,
            "formatters": {"line": {"format": "{asctime} {message}", "style": "{"}},  # !CL203
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["out"]},
        }
    """,
    "structlog default": """
        import structlog
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(20))  # !CL203
    """,
    "structlog number": """
        import structlog
        structlog.configure(processors=[
            structlog.processors.TimeStamper(),  # !CL203
            structlog.dev.ConsoleRenderer(),
        ])
    """,
    "structlog local": """
        import structlog
        from structlog.processors import TimeStamper
        stamper = TimeStamper("iso", utc=False)  # !CL203
        structlog.configure(processors=[stamper, structlog.dev.ConsoleRenderer()])
    """,
    "structlog without designator": """
        import structlog
        structlog.configure(processors=[
            structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%S"),  # !CL203
            structlog.dev.ConsoleRenderer(),
        ])
    """,
    "structlog with a list that grows": """
        import structlog
        processors = [structlog.stdlib.add_log_level]
        processors.append(structlog.processors.TimeStamper(fmt="iso"))
        processors += [structlog.processors.JSONRenderer()]
        structlog.configure(processors=processors)
    """,
    "structlog without stamper": """
        import structlog
        structlog.configure(processors=[structlog.dev.ConsoleRenderer()])  # !CL203
    """,
    "structlog with a processor of its own": """
        import structlog
        def stamp(logger, method, event):
            event["at"] = datetime.now(timezone.utc).isoformat()
            return event
        structlog.configure(processors=[stamp, structlog.processors.JSONRenderer()])
    """,
    "structlog with a local processor of its own": """
        import structlog
        def stamp(logger, method, event):
            event["at"] = datetime.now().isoformat()
            return event
        structlog.configure(processors=[stamp, structlog.processors.JSONRenderer()])  # !CL203
    """,
    "structlog through logging": """
        import structlog, sys
        logging.basicConfig(format="%(message)s", stream=sys.stdout, level=logging.INFO)
        structlog.configure(
            processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer()],
            logger_factory=structlog.stdlib.LoggerFactory(),
        )
    """,
    "loguru default": """
        from loguru import logger
        logger.add("app.log")  # !CL203
    """,
    "loguru time": """
        from loguru import logger
        logger.add("app.log", format="{time} {message}")  # !CL203
    """,
    "loguru utc": """
        from loguru import logger
        logger.add("app.log", format="{time:YYYY-MM-DDTHH:mm:ss.SSS!UTC}Z {message}")
        logger.add("two.log", format="<green>{time:YYYY-MM-DDTHH:mm:ssZZ!UTC}</green> {message}")
    """,
    "loguru utc without zone": """
        from loguru import logger
        logger.add("app.log", format="{time:YYYY-MM-DDTHH:mm:ss!UTC} {message}")  # !CL203
    """,
    "loguru no time": """
        from loguru import logger
        logger.add("app.log", format="{level} {message}")  # !CL203
    """,
    "loguru function": """
        from loguru import logger
        def line(record):
            return "{time:YYYY-MM-DDTHH:mm:ss!UTC}Z {message}\\n"
        logger.add("app.log", format=line)
    """,
    "loguru serialized": """
        from loguru import logger
        logger.add("app.log", serialize=True)  # !CL203
    """,
    "loguru patched": """
        from loguru import logger
        def stamp(record):
            record["extra"]["utc"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        logger.configure(patcher=stamp, handlers=[{"sink": "app.log", "format": "{extra[utc]} {message}"}])
    """,
    "loguru patched in local time": """
        from loguru import logger
        logger = logger.patch(lambda record: record["extra"].update(at=datetime.now().isoformat()))
        logger.add("app.log", format="{extra[at]} {message}")  # !CL203
    """,
    "loguru own sink": """
        from loguru import logger
        def sink(message):
            moment = message.record["time"].astimezone(timezone.utc)
            print(moment.isoformat(), message.record["message"])
        logger.add(sink)
    """,
}


@pytest.mark.parametrize("code", SETUPS.values(), ids=SETUPS)
def test_a_set_up_is_judged_by_the_lines_that_it_leads_to(code: str) -> None:
    compare(snippet(code), CHECKS)
