import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Document } from "./document.js";

const tag = !!document.querySelector("script[src*=shopkeeper]");
window.begin = () => hydrateRoot(document, createElement(Document, { tag }));
