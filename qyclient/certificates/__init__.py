"""登记证书: the paper that shows that a body is registered."""
