"""Puts notebooks through nbgrader's own tools, as an instructor would, in a course of its own.

Reads a job as JSON on standard input: {"folder", "notebooks": {name: path}, "answers": {student: {name: {cell id: source}}}}
and writes what came of it: {"released": {name: notebook}, "scores": {student: {name: {grade id: score}}},
"seconds": what `nbgrader autograde` took}.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator

ASSIGNMENT = "lesson"


def main():
    job = json.load(sys.stdin)
    course = Path(job["folder"])
    source = course / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    for name, path in job["notebooks"].items():
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
        MetadataValidator().validate_nb(notebook)
        nbformat.write(notebook, source / f"{name}.ipynb")
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    released = course / "release" / ASSIGNMENT
    for student, notebooks in job["answers"].items():
        folder = course / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        for name, answers in notebooks.items():
            notebook = nbformat.read(released / f"{name}.ipynb", as_version=nbformat.NO_CONVERT)
            for cell in notebook.cells:
                cell.source = answers.get(cell.id, cell.source)
            nbformat.write(notebook, folder / f"{name}.ipynb")
    started_at = time.perf_counter()
    if job["answers"]:
        nbgrader(course, "autograde", ASSIGNMENT)
    seconds = time.perf_counter() - started_at
    json.dump(
        {
            "released": {
                name: json.loads((released / f"{name}.ipynb").read_text(encoding="utf-8"))
                for name in job["notebooks"]
            },
            "scores": scores(course, job),
            "seconds": seconds,
        },
        sys.stdout,
    )


def nbgrader(course, command, *arguments):
    # nbgrader starts `alembic`, which is installed beside this Python.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", command, *arguments],
        cwd=course,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        sys.exit(f"nbgrader {command} failed:\n{done.stdout}{done.stderr}")


def scores(course, job):
    if not job["answers"]:
        return {}
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        return {
            student: {
                name: {
                    grade.name: None if grade.needs_manual_grade else grade.score
                    for grade in gradebook.find_submission_notebook(name, ASSIGNMENT, student).grades
                }
                for name in notebooks
            }
            for student, notebooks in job["answers"].items()
        }


main()
