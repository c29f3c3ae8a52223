/** What the browser offers to choose when a table is wanted. What a file is, its content tells. */
export const fileTypes = [
  '.csv,.tsv,.txt,.xlsx,.vcf,.jsonl,.ndjson,.json',
  'text/csv,text/tab-separated-values,text/plain,text/vcard,application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',');
