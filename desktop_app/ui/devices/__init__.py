"""What is plugged into the PC: the badge reader, the loudspeaker. Screens hear them by signals."""
