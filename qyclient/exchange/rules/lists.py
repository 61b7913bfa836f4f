"""Closed lists of what goes between offices."""

from qyclient.records.choices import Choice


class Way(Choice):
    """方向."""

    OUT = "OUT", "发出", ()
    IN = "IN", "收到", ()


class Sort(Choice):
    """种类: changes go up, receipts and what holds for everybody come down."""

    CHANGES = "CHANGES", "数据包", ("上报",)
    RECEIPT = "RECEIPT", "回执", ()
    DOWN = "DOWN", "下发包", ("更正和参考数据",)


class State(Choice):
    """状态: what was written to a stick is not yet received, and what is received not accepted."""

    CREATED = "CREATED", "已生成", ()
    EXPORTED = "EXPORTED", "已写出", ()
    RECEIVED = "RECEIVED", "已收到", ()
    WAITING = "WAITING", "待前包", ("缺前面的包",)
    ACCEPTED = "ACCEPTED", "已接收", ()
    REJECTED = "REJECTED", "已退回", ()
    TAKEN_BACK = "TAKEN_BACK", "已撤回", ("整包撤销",)


class Decision(Choice):
    """处理: which side of a difference stands."""

    OPEN = "OPEN", "待处理", ()
    LEFT = "LEFT", "用本机关的", ("左",)
    RIGHT = "RIGHT", "用对方的", ("右",)
    NEW = "NEW", "另填", ()
    AGREED = "AGREED", "已一致", ()


UNDER_WAY = frozenset({State.CREATED, State.EXPORTED, State.RECEIVED, State.WAITING})
"""Sent, and not yet answered for good."""
