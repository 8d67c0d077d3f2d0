"""What readers of files from outside share: strict JSON, typed fields, a list of all that is wrong."""
