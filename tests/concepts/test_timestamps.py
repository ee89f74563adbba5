"""Times followed to where they end: one behaviour each, with its twin that is fine."""

from __future__ import annotations

import pytest
from snippets import compare, snippet

from cl_lint.checks import cl201_non_utc_timestamp, cl202_non_iso_timestamp

CHECKS = {
    "CL201": cl201_non_utc_timestamp.check,
    "CL202": cl202_non_iso_timestamp.check,
}

CLOCKS = {
    "now": "datetime.now()",
    "now-none": "datetime.now(None)",
    "now-tz-none": "datetime.now(tz=None)",
    "today": "datetime.today()",
    "fromtimestamp": "datetime.fromtimestamp(1.0)",
    "utcnow": "datetime.utcnow()",
    "utcfromtimestamp": "datetime.utcfromtimestamp(1.0)",
    "module": "dt.datetime.now()",
    "date": "date.today()",
    "zone": "datetime.now(zoneinfo.ZoneInfo('Europe/Berlin'))",
    "offset": "datetime.now(timezone(timedelta(hours=2)))",
    "astimezone": "datetime.now().astimezone()",
    "tzlocal": "datetime.now(dateutil.tz.tzlocal())",
    "gettz": "datetime.now(tz=dateutil.tz.gettz('Asia/Tokyo'))",
    "pytz": "datetime.now(pytz.timezone('America/New_York'))",
    "localize": "pytz.timezone('America/New_York').localize(datetime.now())",
    "relabelled": "datetime.now().replace(tzinfo=timezone.utc)",
    "shifted": "datetime.utcnow().astimezone(timezone.utc)",
    "utc-localize-local": "pytz.utc.localize(datetime.now())",
    "stripped-local": "datetime.now(zoneinfo.ZoneInfo('Europe/Berlin')).replace(tzinfo=None)",
    "pendulum": "pendulum.now()",
    "pendulum-zone": "pendulum.now('Europe/Paris')",
    "pendulum-today": "pendulum.today()",
    "pendulum-converted": "pendulum.now('UTC').in_timezone('Europe/Paris')",
    "arrow": "arrow.now()",
    "arrow-zone": "arrow.now('US/Pacific')",
    "arrow-to": "arrow.utcnow().to('local')",
    "arrow-get-local": "arrow.get(datetime.now())",
    "pandas": "pandas.Timestamp.now()",
    "pandas-text": "pandas.Timestamp('now')",
    "pandas-to-datetime": "pandas.to_datetime('today')",
    "pandas-converted": "pandas.Timestamp.utcnow().tz_convert('Europe/Rome')",
    "pandas-relabelled": "pandas.Timestamp.now().tz_localize('UTC')",
    "django-localtime": "django.utils.timezone.localtime()",
    "django-converted": "django.utils.timezone.localtime(django.utils.timezone.now())",
    "django-naive": "django.utils.timezone.make_naive(django.utils.timezone.now())",
    "email": "email.utils.localtime()",
    "whenever": "whenever.ZonedDateTime.now('Europe/Vienna').py_datetime()",
    "dateutil": "dateutil.utils.today()",
    "phi": "datetime.now() if API else datetime.now(UTC)",
}  # fmt: skip

KEPT = {
    "utc": "datetime.now(timezone.utc)",
    "UTC": "datetime.now(UTC)",
    "keyword": "datetime.now(tz=dt.timezone.utc)",
    "zero-offset": "datetime.now(timezone(timedelta(0)))",
    "zoneinfo": "datetime.now(zoneinfo.ZoneInfo('UTC'))",
    "etc": "datetime.now(zoneinfo.ZoneInfo('Etc/UTC'))",
    "tzutc": "datetime.now(dateutil.tz.tzutc())",
    "dateutil-utc": "datetime.now(dateutil.tz.UTC)",
    "gettz": "datetime.now(dateutil.tz.gettz('UTC'))",
    "pytz": "datetime.now(pytz.utc)",
    "pytz-name": "datetime.now(pytz.timezone('UTC'))",
    "fromtimestamp": "datetime.fromtimestamp(1.0, tz=UTC)",
    "converted": "datetime.now().astimezone(timezone.utc)",
    "converted-zone": "datetime.now(zoneinfo.ZoneInfo('Europe/Berlin')).astimezone(UTC)",
    "labelled": "datetime.utcnow().replace(tzinfo=timezone.utc)",
    "utc-localize": "pytz.utc.localize(datetime.utcnow())",
    "default-tzinfo": "dateutil.utils.default_tzinfo(datetime.utcnow(), dateutil.tz.UTC)",
    "arithmetic": "datetime.now(UTC) + timedelta(minutes=5)",
    "earlier": "datetime.now(UTC) - timedelta(minutes=5)",
    "rounded": "datetime.now(UTC).replace(microsecond=0)",
    "pendulum": "pendulum.now('UTC')",
    "pendulum-converted": "pendulum.now().in_timezone('UTC')",
    "pendulum-instance": "pendulum.instance(datetime.utcnow())",
    "pendulum-from-timestamp": "pendulum.from_timestamp(1)",
    "arrow": "arrow.utcnow()",
    "arrow-get": "arrow.get()",
    "arrow-naive-utc": "arrow.get(datetime.utcnow())",
    "arrow-to": "arrow.now().to('utc')",
    "pandas": "pandas.Timestamp.now(tz='UTC')",
    "pandas-utcnow": "pandas.Timestamp.utcnow()",
    "pandas-flag": "pandas.to_datetime('now', utc=True)",
    "pandas-labelled": "pandas.Timestamp(datetime.utcnow()).tz_localize('UTC')",
    "django": "django.utils.timezone.now()",
    "django-utc": "django.utils.timezone.localtime(django.utils.timezone.now(), timezone.utc)",
    "whenever": "whenever.OffsetDateTime.now(0).py_datetime()",
}  # fmt: skip
IMPORTS = """
import arrow, dateutil.tz, dateutil.utils, django.utils.timezone, email.utils, pandas, pendulum
import pytz, whenever, zoneinfo
"""
SEND = "requests.post(API, json={'sentOn': when.isoformat()}, timeout=5)"


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS)
def test_a_time_that_is_not_utc_is_reported_at_the_call_that_takes_it(clock: str) -> None:
    compare(snippet(f"{IMPORTS}\nwhen = {clock}  # !CL201\n{SEND}\n"), CHECKS)


@pytest.mark.parametrize("clock", KEPT.values(), ids=KEPT)
def test_utc_is_fine_however_it_is_spelled(clock: str) -> None:
    compare(snippet(f"{IMPORTS}\nwhen = {clock}\n{SEND}\n"), CHECKS)


TEXTS_FAULTY = {
    "strftime": "datetime.now(UTC).strftime('%d.%m.%Y %H:%M')",
    "blank": "datetime.now(UTC).strftime('%Y-%m-%d %H:%M:%SZ')",
    "no-designator": "datetime.now(UTC).strftime('%Y-%m-%dT%H:%M:%S')",
    "stripped": "datetime.now(UTC).replace(tzinfo=None).isoformat()",
    "isoformat-sep": "datetime.now(UTC).isoformat(sep=' ')",
    "isoformat-sep-positional": "datetime.now(UTC).isoformat(' ', 'seconds')",
    "offset-and-z": "datetime.now(UTC).isoformat() + 'Z'",
    "offset-and-z-fstring": "f'{datetime.now(UTC).isoformat()}Z'",
    "ctime": "datetime.now(UTC).ctime()",
    "c": "datetime.now(UTC).strftime('%c')",
    "time-only": "datetime.now(UTC).strftime('%H:%M:%S')",
    "asctime": "time.asctime(time.gmtime())",
    "time.strftime": "time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime())",
    "literal-f": "time.strftime('%Y-%m-%dT%H:%M:%S.%fZ', time.gmtime())",
    "formatdate": "email.utils.formatdate()",
    "http": "email.utils.format_datetime(datetime.now(UTC))",
    "format": "'{:%d/%m/%Y %H:%M}'.format(datetime.now(UTC))",
    "format-builtin": "format(datetime.now(UTC), '%d/%m/%Y %H:%M')",
    "percent": "'%s' % datetime.now(UTC).strftime('%x %X')",
    "sliced": "datetime.now(UTC).isoformat()[:19]",
    "split": "datetime.now(UTC).isoformat().split('.')[0]",
    "utc-word": "datetime.utcnow().strftime('%Y-%m-%d %H:%M:%S UTC')",
    "arrow": "arrow.utcnow().format()",
    "arrow-tokens": "arrow.utcnow().format('DD.MM.YYYY HH:mm')",
    "pendulum": "pendulum.now('UTC').to_datetime_string()",
    "pendulum-cookie": "pendulum.now('UTC').to_cookie_string()",
    "pendulum-tokens": "pendulum.now('UTC').format('YYYY-MM-DD HH:mm')",
    "whenever": "whenever.Instant.now().format_rfc2822()",
    "whenever-zoned": "whenever.ZonedDateTime.now('UTC').format_iso()",
    "epoch": "time.time()",
    "epoch-int": "int(time.time())",
    "epoch-ms": "round(time.time() * 1000)",
    "epoch-text": "str(int(time.time()))",
    "epoch-aware": "datetime.now(UTC).timestamp()",
    "epoch-local": "datetime.now().timestamp()",
    "epoch-s": "datetime.now(UTC).strftime('%s')",
    "epoch-arrow": "arrow.utcnow().int_timestamp",
    "timegm": "calendar.timegm(time.gmtime())",
    "mktime": "time.mktime(time.localtime())",
    "numpy": "numpy.datetime_as_string(numpy.datetime64('now'))",
    "numpy-str": "str(numpy.datetime64('now'))",
}  # fmt: skip

TEXTS_FINE = {
    "isoformat": "datetime.now(UTC).isoformat()",
    "timespec": "datetime.now(UTC).isoformat(timespec='milliseconds')",
    "strftime-z": "datetime.now(UTC).strftime('%Y-%m-%dT%H:%M:%SZ')",
    "strftime-offset": "datetime.now(UTC).strftime('%Y-%m-%dT%H:%M:%S%z')",
    "strftime-short": "datetime.now(UTC).strftime('%FT%TZ')",
    "basic": "datetime.now(UTC).strftime('%Y%m%dT%H%M%SZ')",
    "minutes": "datetime.now(UTC).strftime('%Y-%m-%dT%H:%MZ')",
    "naive-and-z": "datetime.utcnow().isoformat() + 'Z'",
    "naive-and-z-fstring": "f'{datetime.utcnow().isoformat()}Z'",
    "naive-and-offset": "datetime.utcnow().isoformat() + '+00:00'",
    "naive-z-format": "datetime.utcnow().strftime('%Y-%m-%dT%H:%M:%S.%fZ')",
    "naive-percent": "'%sZ' % datetime.utcnow().isoformat(timespec='seconds')",
    "naive-format": "'{}Z'.format(datetime.utcnow().isoformat())",
    "replaced": "datetime.now(UTC).isoformat().replace('+00:00', 'Z')",
    "sliced": "datetime.utcnow().strftime('%Y-%m-%dT%H:%M:%S.%f')[:-3] + 'Z'",
    "sliced-aware": "datetime.now(UTC).isoformat()[:-6] + 'Z'",
    "split": "datetime.utcnow().isoformat().split('.')[0] + 'Z'",
    "removesuffix": "datetime.now(UTC).isoformat().removesuffix('+00:00') + 'Z'",
    "t-for-blank": "str(datetime.now(UTC)).replace(' ', 'T')",
    "spec": "f'{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}'",
    "gmtime": "time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())",
    "gmtime-offset": "time.strftime('%Y-%m-%dT%H:%M:%S%z', time.gmtime(5))",
    "gmtime-fraction": "time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime()) + '.%03dZ' % 5",
    "bare-date": "datetime.now(UTC).strftime('%d.%m.%Y')",
    "bare-date-naive": "datetime.utcnow().strftime('%Y-%m-%d')",
    "date": "datetime.now(UTC).date().isoformat()",
    "arrow": "arrow.utcnow().isoformat()",
    "arrow-str": "str(arrow.utcnow())",
    "arrow-tokens": "arrow.utcnow().format('YYYY-MM-DD[T]HH:mm:ss[Z]')",
    "pendulum": "pendulum.now('UTC').to_iso8601_string()",
    "pendulum-tokens": "pendulum.now('UTC').format('YYYY-MM-DDTHH:mm:ssZ')",
    "pandas": "pandas.Timestamp.utcnow().isoformat()",
    "whenever": "whenever.Instant.now().format_iso()",
    "whenever-str": "str(whenever.Instant.now())",
    "numpy": "numpy.datetime_as_string(numpy.datetime64('now'), timezone='UTC')",
    "aware-str-is-unknown": "str(datetime.now(UTC))",
}  # fmt: skip
MORE_IMPORTS = IMPORTS + "import calendar, numpy\n"
SINKS = {
    "log": "log.info('saved', extra={'savedAt': %s})",
    "payload": "requests.post(API, json={'savedAt': %s}, timeout=5)",
}


@pytest.mark.parametrize("sink", SINKS.values(), ids=SINKS)
@pytest.mark.parametrize("text", TEXTS_FAULTY.values(), ids=TEXTS_FAULTY)
def test_another_form_is_reported_at_the_call_that_forms_it(text: str, sink: str) -> None:
    compare(snippet(f"{MORE_IMPORTS}\n{sink % text}  # !CL202\n"), CHECKS)


@pytest.mark.parametrize("sink", SINKS.values(), ids=SINKS)
@pytest.mark.parametrize("text", TEXTS_FINE.values(), ids=TEXTS_FINE)
def test_iso_8601_in_utc_is_fine(text: str, sink: str) -> None:
    compare(snippet(f"{MORE_IMPORTS}\n{sink % text}\n"), CHECKS)
