"""绩效评价: the scores that decide the payment."""
