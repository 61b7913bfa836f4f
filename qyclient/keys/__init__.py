"""钥匙: the key an encrypted register is opened with, and who may have it."""
