import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { Document } from "./document.js";

export const render = (tag) => renderToString(createElement(Document, { tag }));
