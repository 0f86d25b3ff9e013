"""Documents of other word processors, by way of LibreOffice."""
