import logging.config

CONFIG = {
    "version": 1,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},  # !CL203
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "sync.log", "formatter": "plain"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}


def configure() -> None:
    logging.config.dictConfig(CONFIG)
