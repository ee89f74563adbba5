from huey import SqliteHuey

huey = SqliteHuey(filename="jobs.db")
