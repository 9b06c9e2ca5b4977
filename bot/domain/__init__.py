"""The pure rules of aftercare: values in, values out; no I/O, no clock, no vendors."""
