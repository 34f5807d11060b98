"""The text of a program, edited at the places that its syntax tree names."""


class ProgramText:
    """Addressed as syntax trees address it: lines from 1, columns in UTF-8 bytes."""

    def __init__(self, source):
        self._bytes = source.encode()
        starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts

    def start(self, node):
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node):
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node):
        return self.between(self.start(node), self.end(node))

    def between(self, start, end):
        return self._bytes[start:end].decode()

    def replaced(self, node, new):
        return self.spliced(self.start(node), self.end(node), new)

    def spliced(self, start, end, new):
        return (self._bytes[:start] + new.encode() + self._bytes[end:]).decode()
