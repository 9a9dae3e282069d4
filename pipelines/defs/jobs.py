"""What can be run: visits of sources, builds, and both.

Everything runs in one process: several cost more than the whole run does, and parallel work is in the reading's own
pool. Pools, whose limits are in `pipelines/dagster.yaml`, hold that a source is visited once at a time and that one
build runs at a time, whichever job they belong to.
"""

from functools import partial

import dagster as dg

from pipelines.defs.sources import VisitConfig, pages_op
from pipelines.defs.tables import GROUPS
from pipelines.defs.warehouse import OP, BuildConfig
from pipelines.defs.web import offered_sources

VISIT, RELOOK, BUILD, REFRESH, REBUILD = "visit", "relook", "build", "refresh", "rebuild"

_YOUNG_DAYS = 30
_SOURCES = dg.AssetSelection.groups("pages", "readings")
_WAREHOUSE = dg.AssetSelection.groups(*GROUPS)


@dg.definitions
def jobs() -> dg.Definitions:
    """The jobs, and the executor of whatever is materialised by hand."""
    define = partial(dg.define_asset_job, executor_def=dg.in_process_executor)
    relook = {"ops": {pages_op(source_id): relook_config() for source_id in offered_sources().sources}}
    rebuild = {"ops": {OP: {"config": BuildConfig(full=True).model_dump()}}}
    described = [
        define(VISIT, _SOURCES, tags=_lasts(1), description="Visit the sources and read what is new."),
        define(RELOOK, _SOURCES, tags=_lasts(2), config=relook, description=_RELOOK_TOLD),
        define(BUILD, _WAREHOUSE, tags=_lasts(2), description="Bring the tables up to date, check and publish them."),
        define(REBUILD, _WAREHOUSE, tags=_lasts(6), config=rebuild, description=_REBUILD_TOLD),
        define(REFRESH, _SOURCES | _WAREHOUSE, tags=_lasts(12), description=_REFRESH_TOLD),
    ]
    return dg.Definitions(jobs=described, executor=dg.in_process_executor)


def relook_config() -> dict[str, object]:
    """How a visit is told to look again at what is young."""
    return {"config": VisitConfig(look_again_days=_YOUNG_DAYS).model_dump()}


def _lasts(hours: int) -> dict[str, str]:
    """How long a run may last: one that lasts longer has died with its machine, is ended and started again."""
    return {"dagster/max_runtime": str(hours * 3600)}


_RELOOK_TOLD = f"Look again at every release whose wording is younger than {_YOUNG_DAYS} days, to find edits."
_REBUILD_TOLD = "Make all tables from nothing, check and publish them: the same rows, with the same ids."
_REFRESH_TOLD = "Visit every source, one after another, then build once."
