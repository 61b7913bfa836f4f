"""报送 in rules: periods, layouts of the returns, figures, cross-checks, states."""
