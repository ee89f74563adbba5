import django.dispatch

api_failed = django.dispatch.Signal()
