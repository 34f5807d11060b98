# Reads a file of the page’s own server, and prints it.
# seen: secret
# must: error
# node: no meaning: Node has none

import js

request = js.XMLHttpRequest.new()
request.open("GET", "@SECRET_URL@", False)
request.send()
print(request.responseText)
