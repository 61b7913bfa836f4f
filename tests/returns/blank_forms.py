"""Forms as a city sends them: merged headings, totals, drop-downs, protection, two sheets."""

from openpyxl import Workbook
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

BOX = Border(*(Side(style="thin") for _ in range(4)))


def blank_form(path, *, changed=False):
    """Write an empty form; next year's has other columns in another order, and one more."""
    book = Workbook()
    sheet = book.active
    sheet.title = "2026年汇总" if changed else "2025年汇总"
    sheet["A1"] = "社会组织基本情况调查表"
    sheet.merge_cells("A1:F1")
    sheet["A1"].font = Font(bold=True, size=18)
    sheet["A2"], sheet["D2"] = "填报单位：", "填表日期："
    sheet["A3"], sheet["B3"], sheet["C3"] = "种类", "单位数", "其中"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("C3:E3" if changed else "C3:D3")
    heads = ("3A", "慈善组织", "枢纽型社会组织") if changed else ("慈善组织", "3A")
    for number, head in enumerate(heads, 3):
        sheet.cell(4, number, head)
    last = 3 + len(heads)
    sheet.cell(3, last, "年末从业人数")
    sheet.merge_cells(start_row=3, start_column=last, end_row=4, end_column=last)
    if changed:
        sheet.cell(3, last + 1, "志愿服务时数")
        sheet.merge_cells(start_row=3, start_column=last + 1, end_row=4, end_column=last + 1)
    for row, name in ((5, "社会团体"), (6, "民办非企业单位"), (7, "合计")):
        sheet.cell(row, 1, name)
    wide = last + int(changed)
    for column in range(2, wide + 1):
        letter = sheet.cell(7, column).column_letter
        sheet.cell(7, column, f"=SUM({letter}5:{letter}6)")
        for row in (5, 6):
            sheet.cell(row, column).border = BOX
            sheet.cell(row, column).fill = PatternFill("solid", fgColor="FFF2CC")
    sheet["A9"] = "单位负责人："
    sheet.protection.sheet = True
    rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    rule.add("B5:E6")
    sheet.add_data_validation(rule)
    _roster(book, changed)
    book.save(path)


def _roster(book, changed):
    sheet = book.create_sheet("名册")
    sheet["A1"] = "社会组织名册"
    sheet.merge_cells("A1:E1")
    heads = ["序号", "单位名称", "统一社会信用代码", "法定代表人", "联系电话"]
    if changed:
        heads[2], heads[3] = heads[3], heads[2]
    for number, head in enumerate(heads, 1):
        sheet.cell(2, number, head)
        for row in (3, 4, 5):
            sheet.cell(row, number).border = BOX
    sheet["A6"], sheet["B6"] = "合计", "=COUNTA(B3:B5)"
    sheet["A7"] = "制表人："
    sheet.merge_cells("A8:E8")
    sheet["A8"] = "注：本表一式两份。"
    rule = DataValidation(type="list", formula1='"是,否"')
    rule.add("E3:E5")
    sheet.add_data_validation(rule)
    sheet.print_area = "A1:E8"
    other = book.create_sheet("说明")
    other["A1"], other["A2"] = "名册共", "=名册!B6"
