// Prints the local times of every event of a calendar file, as two readers find them.
const fs = require("fs");
const nodeIcal = require("node-ical");
const text = fs.readFileSync(process.argv[2], "utf8");
const local = (d) => {
  const two = (n) => String(n).padStart(2, "0");
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
};

async function icalJs() {
  const loaded = await import(require("path").join(process.env.NODE_PATH, "ical.js", "dist", "ical.js"));
  const ICAL = loaded.default;
  const times = [];
  const root = new ICAL.Component(ICAL.parse(text));
  for (const component of root.getAllSubcomponents("vevent")) {
    const each = new ICAL.Event(component).iterator();
    for (let next = each.next(); next; next = each.next()) {
      times.push(next.toString().slice(0, 16));
    }
  }
  return times;
}

function viaNodeIcal() {
  const times = [];
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== "VEVENT") continue;
    if (!event.rrule) {
      times.push(local(event.start));
      continue;
    }
    const from = new Date(2026, 0, 1);
    const to = new Date(2028, 0, 1);
    for (const one of nodeIcal.expandRecurringEvent(event, { from, to })) times.push(local(one.start));
  }
  return times;
}

icalJs().then((found) => console.log(JSON.stringify({ "ical.js": found, "node-ical": viaNodeIcal() })));
