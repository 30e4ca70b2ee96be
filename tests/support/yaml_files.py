"""Edits folders of YAML entries, as a person would in an editor."""

import yaml


def read(folder, name):
    return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def write(folder, name, entries):
    text = yaml.safe_dump(entries, allow_unicode=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def edit(folder, name, change):
    entries = read(folder, name)
    change(entries)
    write(folder, name, entries)
