#!/bin/sh
# Starts the Electron of ELECTRON_OVERRIDE_DIST_PATH with holdReady.cjs in it, in place of this shell.
NODE_OPTIONS="--require $(dirname "$0")/holdReady.cjs ${NODE_OPTIONS:-}" exec "$ELECTRON_OVERRIDE_DIST_PATH/electron" "$@"
