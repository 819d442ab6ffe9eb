// What pages gain with scripts; everything can be read without them.
import { adding } from "./adding.js";
import { evidence } from "./evidence.js";
import { judging } from "./judging.js";
import { keys } from "./keys.js";
import { marks } from "./marks.js";
import { selecting } from "./selecting.js";
import { sliding } from "./sliding.js";

document.documentElement.classList.add("scripted");
marks();
keys();
evidence();
adding();
selecting();
sliding();
judging();
