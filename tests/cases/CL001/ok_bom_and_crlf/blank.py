
# nothing yet