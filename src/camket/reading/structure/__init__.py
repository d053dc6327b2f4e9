"""Structure: what a text is made of before its words are read: lines, sentences, who speaks to whom."""
