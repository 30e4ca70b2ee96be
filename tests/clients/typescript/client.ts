// Reads and writes the register at the given address with types generated from its schema.

import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

const [, , url, token] = process.argv;
if (!url || !token) throw new Error("Give the address and a token.");

// Lists come as CSV and more, too; this client reads JSON alone.
type Json = "application/json" | "application/problem+json";

const visitor = createClient<paths, Json>({ baseUrl: url });
const editor = createClient<paths, Json>({
  baseUrl: url,
  headers: { Authorization: `Bearer ${token}` },
});

function refused(problem: components["schemas"]["Problem"]): never {
  throw new Error(`${problem.code}: ${problem.detail}`);
}

const list = await visitor.GET("/api/v1/claims/", {
  params: { query: { kind: ["production_output"], occurred_after: "2024-01", count: true } },
});
if (!list.data) refused(list.error);
const first = list.data.results[0]?.id;
if (!first) throw new Error("No claim was found.");

const one = await visitor.GET("/api/v1/claims/{id}/", { params: { path: { id: first } } });
if (!one.data) refused(one.error);

const body: components["schemas"]["SourceInput"] = {
  title: "Report of the ministry",
  kind: "official",
  published: { edtf: "2024-02" },
};
const header = { "Idempotency-Key": "typescript-1" };
const created = await editor.POST("/api/v1/sources/", { params: { header }, body });
if (!created.data) refused(created.error);
if ("results" in created.data) throw new Error("One source was sent, and several came back.");
const again = await editor.POST("/api/v1/sources/", { params: { header }, body });

const params = {
  path: { id: created.data.id },
  header: { "If-Match": created.response.headers.get("ETag") ?? "" },
};
const changed = await editor.PATCH("/api/v1/sources/{id}/", {
  params,
  body: { reliability: "B" },
});
if (!changed.data) refused(changed.error);
const stale = await editor.PATCH("/api/v1/sources/{id}/", { params, body: { reliability: "C" } });

console.log(
  JSON.stringify({
    found: list.data.results.map((claim) => claim.id),
    count: list.data.count,
    occurred: one.data.occurred?.edtf,
    created: created.data.id,
    location: created.response.headers.get("Location"),
    replayed: again.response.headers.get("Idempotency-Replayed"),
    revision: changed.data.revision,
    reliability: changed.data.reliability,
    stale: stale.error?.code,
  }),
);
