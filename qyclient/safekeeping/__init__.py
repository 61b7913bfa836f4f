"""备份和恢复: made without anybody thinking of it, each looked at before it counts."""
