// Reads one JSON object from standard input: {database, statements: [[name, sql], ...], repeat, threads}. Runs the
// statements of a name one after the other, all names so often, and prints for each name its samples in seconds and
// the first number of the first row of its last statement. DuckDB comes from npm's @duckdb/node-api.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const longest = 120; // seconds after which no further sample of a name is taken
const work = JSON.parse(readFileSync(0, 'utf8'));
const instance = await DuckDBInstance.create(work.database);
const connection = await instance.connect();
await connection.run(`SET threads = ${work.threads}`);
for (const [name, statements] of work.statements) {
  const samples = [];
  let number = null;
  for (let i = 0; i < work.repeat && samples.reduce((sum, sample) => sum + sample, 0) < longest; ++i) {
    const start = performance.now();
    let rows = [];
    for (const sql of statements) {
      const reader = await connection.runAndReadAll(sql);
      if (sql.startsWith('SELECT count')) rows = reader.getRows();
    }
    samples.push((performance.now() - start) / 1000);
    if (rows.length > 0) number = Number(rows[0][0]);
  }
  console.log(JSON.stringify({ name, samples, number }));
}
