"""What carries out the ports: files, folders, clocks and timers."""
