# Has Node write a report of itself.
# seen: file
# must: error
# chromium: no meaning: a page has no files of the machine

import js

js.process.report.writeReport("@FILE@")
