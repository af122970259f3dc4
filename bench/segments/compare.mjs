/** How many answers two have given at the same moments, and how many of them are not the same. */
export function compare(ours, theirs, names) {
  const asked = new Set(theirs.sample ?? names);
  const moments = Object.keys(theirs.answers).filter((moment) => moment in ours.answers);
  let different = 0;
  for (const moment of moments) {
    const [a, b] = [new Set(ours.answers[moment]), new Set(theirs.answers[moment])];
    for (const name of asked) different += +(a.has(name) !== b.has(name));
  }
  return { total: moments.length * asked.size, different };
}
