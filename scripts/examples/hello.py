"""The smallest program with an argument: hello.py [NAME]"""
import sys

name = sys.argv[1] if len(sys.argv) > 1 else "world"
print(f"Hello, {name}!")
