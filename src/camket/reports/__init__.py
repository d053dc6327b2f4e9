"""Reports: frozen inputs become files for people. A folder a report, what several share beside them."""
