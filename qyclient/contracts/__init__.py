"""政府购买服务合同: what bodies undertake for the government."""
