"""Damaged inputs by the thousand: none may end in a traceback, a hang, or half a result.

    python -m benchmarks.fuzz --inputs 1000 --seed 1
    python -m benchmarks.fuzz --seed 1 --only 417        one input again, with its traceback

An input follows from the seed and its number alone. One that fails is kept, with what to type.
"""
