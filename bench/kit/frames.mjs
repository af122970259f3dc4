/**
 * Records the pictures that the browser showed while `load` ran.
 *
 * @returns {Promise<{ at: number, picture: string }[]>} When each was shown, in milliseconds, and a PNG as a data URL.
 */
export async function framesOf(devtools, load) {
  const frames = [];
  const keep = ({ data, metadata, sessionId }) => {
    frames.push({ at: metadata.timestamp * 1000, picture: `data:image/png;base64,${data}` });
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
  return frames.sort((a, b) => a.at - b.at);
}

/**
 * Which of the pictures show an area of a colour.
 *
 * @param {import("playwright").Page} page One that is not measured: it looks at the pictures.
 * @param {{ picture: string }[]} frames
 * @param {string[]} colors Such as "#d01010".
 * @returns {Promise<boolean[][]>} For each picture, whether each of the colours is there.
 */
export const colorsIn = (page, frames, colors) =>
  page.evaluate(
    async ([pictures, wanted]) => {
      const channelsOf = (color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
      const looked = [];
      for (const picture of pictures) {
        const image = await createImageBitmap(await (await fetch(picture)).blob());
        const drawing = new OffscreenCanvas(image.width, image.height).getContext("2d");
        drawing.drawImage(image, 0, 0);
        const { data } = drawing.getImageData(0, 0, image.width, image.height);
        looked.push(
          wanted.map(channelsOf).map((channels) => {
            let points = 0;
            for (let at = 0; at < data.length; at += 4)
              if (channels.every((channel, index) => Math.abs(data[at + index] - channel) < 40)) points++;
            return points > 500;
          }),
        );
      }
      return looked;
    },
    [frames.map(({ picture }) => picture), colors],
  );
