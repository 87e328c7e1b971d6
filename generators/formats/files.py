"""Every file of data: one of each format for each dataset, and all of them together."""

from collections.abc import Iterator
from functools import partial

from generators.archive import Archive
from generators.follow.publisher import Publisher
from generators.formats import api, as_csv, as_json, database, openapi, package
from generators.formats.dataset import FOLDER, File
from generators.formats.datasets import datasets, hashed
from generators.keys import maker


def files(archive: Archive, office: Publisher) -> Iterator[File]:
    """Every file, in a fixed order."""
    every = datasets(archive)
    about = hashed(maker(), repr(office))
    for dataset in every:
        place, key = f"{FOLDER}{dataset.name}", hashed(dataset.key, maker())
        yield File(f"{place}.csv", f"{key}-csv", partial(as_csv.csv_of, dataset))
        yield File(f"{place}.json", f"{key}-json", partial(as_json.json_of, dataset))
        yield File(f"{place}.csv-metadata.json", f"{about}-csvw", partial(as_csv.metadata_of, dataset, office))
    whole = hashed(about, *(dataset.key for dataset in every))
    yield File(f"{FOLDER}record.xlsx", f"{whole}-xlsx", partial(_workbook, archive, office))
    yield File(f"{FOLDER}record.sqlite", f"{whole}-sqlite", partial(database.database_of, every))
    yield File(f"{FOLDER}metadata.json", f"{about}-datasette", partial(database.description_of, every, office))
    yield File(f"{FOLDER}datapackage.json", f"{about}-package", partial(package.package_of, every, office))
    yield File(f"{api.ROOT}openapi.json", f"{about}-openapi", partial(openapi.description, archive.kinds, office))


def _workbook(archive: Archive, office: Publisher) -> bytes:
    """The workbook; what writes it is read only when it has to be made, since that takes as long as a hundred pages."""
    from generators.formats.workbook import workbook_of

    return workbook_of(datasets(archive), office)
