from django.db import models


class Booking(models.Model):
    room = models.CharField(max_length=40)
    user = models.CharField(max_length=40)
    made_at = models.CharField(max_length=40)
