"""Says in JSON what two Python packages, which other people wrote, read in calendar files.

    python read_calendar.py FOLDER

Each line of FOLDER/files.tsv is the name of a file, a tab, and the last day to read to. For each file and package one
line is printed: the entries with their occurrences, and the changes of the clocks of each zone.
"""

import functools
import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import recurring_ical_events
import vobject
from dateutil.tz import resolve_imaginary

# Whether a zone is UTC under another name vobject judges by the years 2000 to 2020, of which our files say nothing.
vobject.icalendar.tzinfo_eq = functools.partial(vobject.icalendar.tzinfo_eq, startYear=2020, endYear=2040)


def spelled(moment):
    """A day; or a wall clock; or a wall clock and what the clock in UTC shows then."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    wall = moment.replace(tzinfo=None).isoformat()
    if moment.tzinfo is None:
        return wall
    # A time that clocks pass over counts by the offset before: RFC 5545, 3.3.5.
    utc = resolve_imaginary(moment).astimezone(timezone.utc)
    return f"{wall} {utc.replace(tzinfo=None).isoformat()}Z"


def day(moment):
    return moment.date() if isinstance(moment, datetime) else moment


def minutes(duration):
    return None if duration is None else round(duration.total_seconds() / 60)


def by_icalendar(content, last):
    calendar = icalendar.Calendar.from_ical(content)
    faults = [str(fault) for component in calendar.walk() for fault in component.errors]
    occurrences = {}
    starts = [day(event["DTSTART"].dt) for event in calendar.walk("VEVENT")]
    series = recurring_ical_events.of(calendar)
    for event in series.between(min(starts) - timedelta(days=2), last + timedelta(days=3)):
        start = event["DTSTART"].dt
        if day(start) <= last:
            occurrences.setdefault(str(event["UID"]), []).append(start)
    entries = []
    for event in calendar.walk("VEVENT"):
        alarms = event.walk("VALARM")
        entries.append({
            "uid": str(event["UID"]),
            "sequence": event["SEQUENCE"],
            "stamp": spelled(event["DTSTAMP"].dt.replace(tzinfo=None)),
            "status": str(event["STATUS"]),
            "title": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
            "location": str(event.get("LOCATION", "")),
            "url": str(event.get("URL", "")),
            "minutes": minutes(event["DURATION"].dt if "DURATION" in event else None),
            "alarms": [[str(alarm["DESCRIPTION"]), minutes(alarm["TRIGGER"].dt)] for alarm in alarms],
            "occurrences": [spelled(start) for start in sorted(occurrences.get(str(event["UID"]), []))],
        })
    zones = {}
    for zone in calendar.walk("VTIMEZONE"):
        times, offsets = zone.get_transitions()
        changes = [[time.isoformat(), minutes(offset)] for time, (offset, _, _) in zip(times, offsets)]
        zones[str(zone["TZID"])] = changes
    return {"method": str(calendar["METHOD"]), "faults": faults, "entries": entries, "zones": zones}


def series(event, last):
    rules = event.getrruleset(addRDate=True)
    start = event.dtstart.value
    if rules is None:
        return [start] if day(start) <= last else []
    found = []
    for moment in rules:
        if moment.date() > last:
            break
        found.append(moment if isinstance(start, datetime) else moment.date())
    return found


def by_vobject(content, last):
    # It remembers zones from file to file.
    known = vobject.icalendar.__dict__["__tzidMap"]
    for name in [name for name in known if name != "UTC"]:
        del known[name]
    calendar = vobject.readOne(content.decode())
    calendar.validate(raiseException=True)

    def text(event, name):
        return event.getChildValue(name, "")

    entries = []
    for event in calendar.vevent_list:
        alarms = getattr(event, "valarm_list", [])
        entries.append({
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "stamp": spelled(event.dtstamp.value.replace(tzinfo=None)),
            "status": event.status.value,
            "title": event.summary.value,
            "description": text(event, "description"),
            "location": text(event, "location"),
            "url": text(event, "url"),
            "minutes": minutes(event.getChildValue("duration")),
            "alarms": [[alarm.description.value, minutes(alarm.trigger.value)] for alarm in alarms],
            "occurrences": [spelled(start) for start in series(event, last)],
        })
    return {"method": calendar.method.value, "faults": [], "entries": entries, "zones": {}}


def main(folder):
    for line in (folder / "files.tsv").read_text().splitlines():
        name, last = line.split("\t")
        content = (folder / name).read_bytes()
        for reader in (by_icalendar, by_vobject):
            read = reader(content, date.fromisoformat(last))
            print(json.dumps({"file": name, "reader": reader.__name__, **read}))


main(Path(sys.argv[1]))
