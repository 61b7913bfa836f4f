"""Who may do what at the desk: the roles of a civil-affairs office."""

from qyclient.records.choices import Choice


class Role(Choice):
    """岗位: in a small office one person holds several."""

    INTAKE = "INTAKE", "受理", ("受理人",)
    EXAMINER = "EXAMINER", "初审", ("承办人",)
    REVIEWER = "REVIEWER", "审核", ("审核人",)
    APPROVER = "APPROVER", "批准", ("批准人",)
    CERTIFIER = "CERTIFIER", "制证", ("发证",)
    ARCHIVIST = "ARCHIVIST", "档案", ("档案员",)
    STATISTICIAN = "STATISTICIAN", "统计", ()
    PROJECT = "PROJECT", "项目经办", ()
    FINANCE = "FINANCE", "财务审核", ()
    CASHIER = "CASHIER", "出纳", ()
    EVALUATION = "EVALUATION", "评价组织", ()
    JUDGE = "JUDGE", "评委", ()
    ADMIN = "ADMIN", "系统管理", ("管理员",)
