"""Making 登记证书, printing and handing them over, those of before, what was certified on a day."""

from qyclient.certificates.services.answering import answer, answer_all
from qyclient.certificates.services.archiving import file_copy
from qyclient.certificates.services.calibrating import (
    calibrate,
    calibration_of,
    calibration_warning,
    correction_for,
)
from qyclient.certificates.services.checking import (
    Verdict,
    all_labels,
    check_file,
    check_text,
    page_told,
)
from qyclient.certificates.services.correcting import (
    close_correction,
    items_of,
    open_correction,
    reissue,
    settle_item,
)
from qyclient.certificates.services.following import follow_status
from qyclient.certificates.services.handing import HANDED, HandedOver, hand_over, notice_for
from qyclient.certificates.services.issuing import (
    open_issue,
    usual_texts,
)
from qyclient.certificates.services.making import certificates_of, page_of, prepare
from qyclient.certificates.services.mending import give_up, mend_issue
from qyclient.certificates.services.noticing import notices_page, notices_with, receipt_page
from qyclient.certificates.services.of_a_day import certificate_on
from qyclient.certificates.services.paper_files import (
    amend_decided,
    amend_whole,
    check_whole,
    enter_whole,
    paper_certificates_of,
    whole_rows,
)
from qyclient.certificates.services.printing import (
    PLACE,
    Way,
    awaiting,
    begin_sheet,
    note_sent,
    sheet_page,
    the_certificate,
    the_log,
    to_print,
    tries_of,
)
from qyclient.certificates.services.sets import DESK, old_copies_of, sheets_of, the_issue
from qyclient.certificates.services.signing import (
    current_key,
    is_unlocked,
    lock_keys,
    make_key,
    publics,
    signer,
    status_list,
    unlock_key,
)
from qyclient.certificates.services.stock import (
    balances,
    find_again,
    gaps_of,
    next_blank,
    receive_blanks,
    return_blanks,
    stock_serials,
    write_off,
)
from qyclient.certificates.services.templates import (
    backdrop_of,
    current_template,
    drop_edition,
    editions,
    save_template,
    template_called,
)
from qyclient.certificates.services.terms import add_term, office_on, signatory_on, terms
from qyclient.certificates.services.todo import sets_in_hand

__all__ = [
    "DESK",
    "HANDED",
    "PLACE",
    "HandedOver",
    "Verdict",
    "Way",
    "add_term",
    "all_labels",
    "amend_decided",
    "amend_whole",
    "answer",
    "answer_all",
    "awaiting",
    "backdrop_of",
    "balances",
    "begin_sheet",
    "calibrate",
    "calibration_of",
    "calibration_warning",
    "certificate_on",
    "certificates_of",
    "check_file",
    "check_text",
    "check_whole",
    "close_correction",
    "correction_for",
    "current_key",
    "current_template",
    "drop_edition",
    "editions",
    "enter_whole",
    "file_copy",
    "find_again",
    "follow_status",
    "gaps_of",
    "give_up",
    "hand_over",
    "is_unlocked",
    "items_of",
    "lock_keys",
    "make_key",
    "mend_issue",
    "next_blank",
    "note_sent",
    "notice_for",
    "notices_page",
    "notices_with",
    "office_on",
    "old_copies_of",
    "open_correction",
    "open_issue",
    "page_of",
    "page_told",
    "paper_certificates_of",
    "prepare",
    "publics",
    "receipt_page",
    "receive_blanks",
    "reissue",
    "return_blanks",
    "save_template",
    "sets_in_hand",
    "settle_item",
    "sheet_page",
    "sheets_of",
    "signatory_on",
    "signer",
    "status_list",
    "stock_serials",
    "template_called",
    "terms",
    "the_certificate",
    "the_issue",
    "the_log",
    "to_print",
    "tries_of",
    "unlock_key",
    "usual_texts",
    "whole_rows",
    "write_off",
]
