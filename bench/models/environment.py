"""The rivals, in a Python environment of their own."""

import os
import subprocess
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))


class Failure(Exception):
    """What stops a measurement, in one line."""


def build_folder():
    return os.path.join(os.environ.get("TENON_BUILD", os.path.join(ROOT, ".build")), "bench-models")


def prepare():
    """The Python of the environment, which is made when it is missing or its requirements have changed."""
    folder = os.path.join(build_folder(), "environment")
    python = os.path.join(folder, "bin", "python")
    requirements = os.path.join(FOLDER, "requirements.txt")
    installed = os.path.join(folder, "requirements.txt")
    with open(requirements) as file:
        wanted = file.read()
    if os.path.exists(installed) and open(installed).read() == wanted:
        return python
    print("Installing the rivals of requirements.txt, some 200 MB ...", file=sys.stderr, flush=True)
    for command in [[sys.executable, "-m", "venv", folder], [python, "-m", "pip", "install", "-q", "-r", requirements]]:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            said = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
            raise Failure(f"the rivals cannot be installed: {said}; python3-venv and a way to PyPI are needed")
    with open(installed, "w") as file:
        file.write(wanted)
    return python
