ADMIN = "https://admin.eu.api.mitel.io/2017-09-01"
PAYROLL = "https://payroll.example.com"
