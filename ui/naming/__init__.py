"""名称查重, wherever a name is typed."""
