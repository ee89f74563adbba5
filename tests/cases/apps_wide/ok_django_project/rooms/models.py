from django.db import models
from django.utils import timezone


class Booking(models.Model):
    room = models.CharField(max_length=40)
    user = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)
