#!/bin/sh
# Usage: build.sh COMPILER INCLUDE_FOLDER PROGRAM
# A user without CMake: the headers on the include path are enough.
"$1" -std=c++20 -O1 -I "$2" "$(dirname "$0")/../main.cpp" -o "$3"
