"""Speed, as ratios to a limit measured in the same run: `./dev bench`. Never a test that times."""
