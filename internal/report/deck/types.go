package deck

// Content types of the parts that we write.
const (
	typeBase         = "application/vnd.openxmlformats-officedocument.presentationml."
	typePresentation = typeBase + "presentation.main+xml"
	typeMaster       = typeBase + "slideMaster+xml"
	typeLayout       = typeBase + "slideLayout+xml"
	typeSlide        = typeBase + "slide+xml"
	typeNotesMaster  = typeBase + "notesMaster+xml"
	typeNotes        = typeBase + "notesSlide+xml"
	typeTableStyles  = typeBase + "tableStyles+xml"
	typeTheme        = "application/vnd.openxmlformats-officedocument.theme+xml"
	typeChart        = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	typeCore         = "application/vnd.openxmlformats-package.core-properties+xml"
	typeApp          = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
)

const (
	uriChart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	uriTable = "http://schemas.openxmlformats.org/drawingml/2006/table"
)
