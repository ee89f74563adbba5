from django.db import models


class Contact(models.Model):
    cloud_id = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    synced = models.CharField(max_length=40)
