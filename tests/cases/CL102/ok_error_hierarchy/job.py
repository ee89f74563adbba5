import logging

from cloudlink import Api, ApiError

log = logging.getLogger("job")


def rename_all(api: Api, account_id: str, names: dict[str, str]) -> None:
    for user_id, name in names.items():
        try:
            api.put(f"/accounts/{account_id}/users/{user_id}", {"name": name})
        except ApiError as error:
            log.error("user %s keeps the old name: %s; %s", user_id, error, error.support_reference)
