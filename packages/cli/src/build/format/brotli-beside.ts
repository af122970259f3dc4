import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/**
 * The same bytes as brotli, for the file `PATH.br` beside `PATH`: a server that has one sends it in place of the other.
 * Small files need a small window only, which makes this several times as fast.
 */
export const brotliOf = (bytes: Uint8Array): Promise<Uint8Array> =>
  compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes.length + 17)))),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
