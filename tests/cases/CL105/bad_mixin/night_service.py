import logging

from media import Media, MediaError

log = logging.getLogger(__name__)


def divert(media: Media, ringing, target):
    """ringing: pairs of an endpoint and the number of a call on it."""
    diverted = []
    for endpoint, number in ringing:
        try:
            media.update(endpoint, number, action="deflect", to=target)
        except MediaError as exc:
            log.error("endpoint %s not diverted to %s", endpoint, target, extra=exc.fields)  # !CL105
        else:
            diverted.append(endpoint)
    return diverted
