from configparser import ConfigParser

parser = ConfigParser()
parser.read_dict({"cloudlink": {"chat": "https://chat.api.mitel.io/2017-09-01", "delay": "5"}})
