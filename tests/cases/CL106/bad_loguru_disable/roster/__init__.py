from loguru import logger

logger.disable("roster")  # !CL106
