import pandas as pd


def stamped(frame: pd.DataFrame) -> pd.DataFrame:
    moment = pd.Timestamp.now(tz="UTC")
    return frame.assign(exported=moment.strftime("%d-%b-%Y %H:%M"))  # !CL202
