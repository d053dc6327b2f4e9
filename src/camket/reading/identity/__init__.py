"""Identity: the codes of the units and bodies that statements name, beside the words as written."""
