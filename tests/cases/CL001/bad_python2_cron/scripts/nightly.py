#!/usr/bin/python
import sys
import urllib2

URL = "https://admin.api.mitel.io/2017-09-01/accounts/%s/users"


def fetch(account, token):
    request = urllib2.Request(URL % account, headers={"Authorization": "Bearer " + token})
    try:
        return urllib2.urlopen(request).read()
    except urllib2.HTTPError, error:
        raise RuntimeError, "HTTP %d" % error.code  # !CL001


def main():
    code = open("hooks.py").read()
    exec code in {}
    print >> sys.stderr, `len(fetch(sys.argv[1], sys.argv[2]))`


main()
