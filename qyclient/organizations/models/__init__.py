"""社会组织, who leads it, how its years were reviewed, and what is noted beside it."""

from qyclient.organizations.models.attachments import Attachment
from qyclient.organizations.models.body import Organization
from qyclient.organizations.models.changes import LegalChange
from qyclient.organizations.models.credit import CreditListing
from qyclient.organizations.models.deliveries import Delivery
from qyclient.organizations.models.documents import Document
from qyclient.organizations.models.figures import YearFigures
from qyclient.organizations.models.file import Absent, FiledPaper
from qyclient.organizations.models.filed import FiledFact
from qyclient.organizations.models.intake import Intake, Matching
from qyclient.organizations.models.matters import Matter, MatterPaper, MatterPause, MatterStep
from qyclient.organizations.models.names import ReservedName
from qyclient.organizations.models.notes import Contact, Distinct, Remark
from qyclient.organizations.models.people import Officer
from qyclient.organizations.models.reminders import Reminder
from qyclient.organizations.models.shelving import ArchivePiece
from qyclient.organizations.models.texts import PaperText
from qyclient.organizations.models.years import AnnualReview

__all__ = [
    "Absent",
    "AnnualReview",
    "ArchivePiece",
    "Attachment",
    "Contact",
    "CreditListing",
    "Delivery",
    "Distinct",
    "Document",
    "FiledFact",
    "FiledPaper",
    "Intake",
    "LegalChange",
    "Matching",
    "Matter",
    "MatterPaper",
    "MatterPause",
    "MatterStep",
    "Officer",
    "Organization",
    "PaperText",
    "Remark",
    "Reminder",
    "ReservedName",
    "YearFigures",
]
