const MB = 1024 * 1024;

/** A file as sent: fifteen times the national lists of places of 2022 and 2023 (3 MB as JSON). */
export const MAX_FILE_BYTES = 50 * MB;

/** What a workbook may weigh once inflated: a sheet of two million short cells takes half of it. */
export const MAX_INFLATED_BYTES = 200 * MB;

/** One part of an XLSX is held as one text, of two bytes a character: half of the worker's heap at most. */
export const MAX_PART_BYTES = 90 * MB;

/** A workbook has tens of parts; a thousand leaves room for its pictures. */
export const MAX_ZIP_ENTRIES = 1_000;

/** XML of a sheet shrinks ten to forty times; deflate reaches 1,032 on what says nothing. */
export const MAX_ZIP_RATIO = 200;

/** Below this an entry harms nobody, whatever its ratio: a blank part may be all spaces. */
export const RATIO_FROM_BYTES = MB;

/** Sixty thousand rows of the 32 columns of the national schema: three times all the places of the country. */
export const MAX_CELLS = 2_000_000;

/** Twenty-five times all the places of the country. A row weighs as much as several cells. */
export const MAX_ROWS = 500_000;

/** As wide as Excel and LibreOffice go. */
export const MAX_COLUMNS = 16_384;

/** As high as Excel and LibreOffice go. */
export const MAX_SHEET_ROWS = 1_048_576;

/** A row of CSV, in characters: more is a quote that is never closed. */
export const MAX_RECORD_CHARS = 1_000_000;

/** An object of a JSON file, in characters: a detailed outline of a region takes 2 million. */
export const MAX_ELEMENT_CHARS = 8_000_000;

/** Brackets in brackets: a MultiPolygon in a feature in a collection takes 8. */
export const MAX_JSON_DEPTH = 64;

/** Tags in tags: a rich cell of ODS takes 10. */
export const MAX_XML_DEPTH = 256;

/** Title lines above the headings. */
export const MAX_TITLE_LINES = 20;

/** A text, a tag or a comment of XML: Excel and LibreOffice stop a cell at 32,767 and 65,535 characters. */
export const MAX_TOKEN_BYTES = MB;

/** Memory of the thread that reads: 2 million cells take 200 MB, and the server must keep its own. */
export const READER_HEAP_MB = 400;

/** The largest honest files take some tens of seconds on a busy machine: beyond a minute nobody is waiting any more. */
export const READER_PATIENCE_MS = 60_000;
