# Asks a web server by XMLHttpRequest, and waits for it.
# seen: http
# must: error
# node: no meaning: Node has none

import js

request = js.XMLHttpRequest.new()
request.open("GET", "@HTTP@", False)
request.send()
