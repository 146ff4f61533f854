#!/bin/sh
# cc.sh ARGUMENT...: the C compiler REAL_CC, for OpenSSL inside the program: the folders in which OpenSSL would look for
# engines and modules, which there are none of, are not those of this build.
exec "${REAL_CC:-cc}" "$@" -UENGINESDIR '-DENGINESDIR="/nonexistent"' -UMODULESDIR '-DMODULESDIR="/nonexistent"'
