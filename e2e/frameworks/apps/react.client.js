import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "./react.js";

window.begin = () => hydrateRoot(document.getElementById("root"), createElement(App));
