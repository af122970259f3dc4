import type { DuckDBConnection } from "@duckdb/node-api";

/** Where a bar is drawn: standard error, where it is a terminal. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

const WIDTH = 24;

/** A line that says what is being done and how far it is. Where nobody watches it is silent. */
export interface Progress {
  /** @param part Of the whole of this step, 0 to 1, where it is known. */
  tell(label: string, part?: number): void;
  /** Asks the database from time to time how far it is. */
  watch(connection: DuckDBConnection): void;
  done(): void;
}

export function createProgress(screen: Screen): Progress {
  if (!screen.isTTY) return { tell() {}, watch() {}, done() {} };
  let timer: NodeJS.Timeout | undefined;
  let label = "";
  const draw = (part?: number): void => {
    const full = Math.round(WIDTH * Math.min(1, Math.max(0, part ?? 0)));
    const bar = part === undefined ? "" : `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] `;
    // Back to the start of the line, and what stood there away.
    screen.write(`\r\u001B[K${`${bar}${label}`.slice(0, (screen.columns ?? 80) - 1)}`);
  };
  return {
    tell(next, part) {
      label = next;
      draw(part);
    },
    watch(connection) {
      timer = setInterval(() => {
        const { percentage } = connection.progress;
        if (percentage >= 0) draw(percentage / 100);
      }, 200);
      timer.unref();
    },
    done() {
      clearInterval(timer);
      screen.write("\r\u001B[K");
    },
  };
}
