/** Path data for silhouettes. */

const point = (x, y) => `${round(x)} ${round(y)}`;
const round = (value) => Math.round(value * 10) / 10;
const letter = { 2: "L", 4: "Q", 6: "C" };

/**
 * A closed silhouette that is the same left and right: the right half is given from the top of the axis
 * down to its foot, the left half mirrors it.
 *
 * @param start `[x, y]`, on the axis.
 * @param segments Each 2 numbers (a line), 4 (a quadratic) or 6 (a cubic); the last ends on the axis.
 * @param axis Where the mirror stands. @default 400
 */
export function symmetric(start, segments, axis = 400) {
  const draw = (list) =>
    list
      .map(
        (segment) =>
          letter[segment.length] +
          pairs(segment)
            .map(([x, y]) => point(x, y))
            .join(" "),
      )
      .join("");
  const corners = [start, ...segments.map((segment) => segment.slice(-2))];
  const mirrored = segments
    .map((segment, at) => {
      const handles = pairs(segment).slice(0, -1).reverse();
      return [...handles, corners[at]].flatMap(([x, y]) => [2 * axis - x, y]);
    })
    .reverse();
  return `M${point(...start)}${draw(segments)}${draw(mirrored)}Z`;
}

/**
 * What a potter's wheel makes: a silhouette from a profile of `[radius, y]` points, smooth through all of
 * them, with the foot and the mouth as ellipses seen from a little above.
 */
export function turned(profile, { axis = 400, tilt = 0.16 } = {}) {
  const right = profile.map(([radius, y]) => [axis + radius, y]);
  const left = profile.map(([radius, y]) => [axis - radius, y]).reverse();
  const [mouth, foot] = [profile[0], profile.at(-1)];
  const arc = ([radius], x, y, sweep) =>
    `A${round(radius)} ${round(radius * tilt)} 0 0 ${sweep} ${point(x, y)}`;
  return (
    `M${point(...right[0])}${smooth(right)}` +
    `${arc(foot, axis - foot[0], foot[1], 1)}${smooth(left)}` +
    `${arc(mouth, axis + mouth[0], mouth[1], 1)}Z`
  );
}

/** Cubic segments through points (Catmull-Rom), the pen already being at the first. */
export function smooth(points, tension = 6) {
  let path = "";
  for (let at = 0; at < points.length - 1; at++) {
    const [before, from, to, after] = [
      points[at - 1] ?? points[at],
      points[at],
      points[at + 1],
      points[at + 2] ?? points[at + 1],
    ];
    const c1 = [from[0] + (to[0] - before[0]) / tension, from[1] + (to[1] - before[1]) / tension];
    const c2 = [to[0] - (after[0] - from[0]) / tension, to[1] - (after[1] - from[1]) / tension];
    path += `C${point(...c1)} ${point(...c2)} ${point(...to)}`;
  }
  return path;
}

/** An open smooth line through points. */
export const line = (points, tension) => `M${point(...points[0])}${smooth(points, tension)}`;

/** The same markup again, mirrored. */
export const mirrored = (markup, axis = 400) =>
  `<g transform="translate(${2 * axis} 0) scale(-1 1)">${markup}</g>`;

/** Markup on both sides of the axis. */
export const both = (markup, axis = 400) => markup + mirrored(markup, axis);

const pairs = (numbers) => numbers.flatMap((value, at) => (at % 2 === 0 ? [[value, numbers[at + 1]]] : []));

/** Numbers that look random and are the same in every build (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
