# Asks a web server by pyodide.http.open_url.
# seen: http
# must: error
# node: no meaning: it wants XMLHttpRequest

from pyodide.http import open_url

print(open_url("@HTTP@").read())
