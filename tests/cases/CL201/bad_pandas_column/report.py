import argparse
import os

import pandas as pd

from fetch import users


def table(account_id: str) -> pd.DataFrame:
    frame = pd.DataFrame(users(account_id, {"Authorization": "Bearer " + os.environ["TOKEN"]}))
    frame["fetched_at"] = pd.Timestamp.now().isoformat()  # !CL201
    return frame


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("account")
    parser.add_argument("target")
    args = parser.parse_args()
    table(args.account).to_csv(args.target, index=False)


if __name__ == "__main__":
    main()
