import { createApp } from "./vue.js";

window.begin = () => createApp().mount("#root");
