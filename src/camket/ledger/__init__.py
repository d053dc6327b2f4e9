"""The ledger: every figure and commitment, with its sentence, its history and what became of it."""
