import sys

from roster.api import user

if __name__ == "__main__":
    found = user(sys.argv[1], sys.argv[2])
    print(found["name"] if found else "not found")
