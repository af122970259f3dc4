/**
 * Records the pictures that the browser showed while `load` ran.
 *
 * @returns {Promise<string[]>} PNGs as data URLs.
 */
export async function framesOf(devtools, load) {
  const frames = [];
  const keep = ({ data, sessionId }) => {
    frames.push(`data:image/png;base64,${data}`);
    devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  };
  devtools.on("Page.screencastFrame", keep);
  await devtools.send("Page.startScreencast", {
    format: "png",
    everyNthFrame: 1,
    maxWidth: 320,
    maxHeight: 200,
  });
  await load();
  await devtools.send("Page.stopScreencast");
  devtools.off("Page.screencastFrame", keep);
  return frames;
}

/** How many of the pictures show an area of a colour, such as "#d01010". */
export const countColored = (page, frames, color) =>
  page.evaluate(
    async ([pictures, wanted]) => {
      const channels = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let count = 0;
      for (const picture of pictures) {
        const image = new Image();
        image.src = picture;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawing = canvas.getContext("2d");
        drawing.drawImage(image, 0, 0);
        const { data } = drawing.getImageData(0, 0, image.width, image.height);
        let pixels = 0;
        for (let at = 0; at < data.length; at += 4)
          if (channels.every((channel, index) => Math.abs(data[at + index] - channel) < 40)) pixels++;
        if (pixels > 500) count++;
      }
      return count;
    },
    [frames, color],
  );
