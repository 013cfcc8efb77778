"""A scorecard in, a PDF out: ReportLab lives here and nowhere else.

ReportLab’s settings are put in order before any module of this folder loads the rest of it.
"""

from report.tagging.settings import settle

__all__ = ["settle"]
