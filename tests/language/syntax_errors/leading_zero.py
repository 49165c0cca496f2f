# A leading zero in a decimal number.
mode = 0644
