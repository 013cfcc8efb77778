"""The paper: a scorecard in, a PDF out. ReportLab lives here and nowhere else."""
