// What a receipt says of its changes, in words. Loaded where modules are.
import { changeInWords } from "../shared/change-words.js";
import { spoken } from "../shared/further.js";

await spoken(navigator.language, "shared");
supportPinReceipt.inWords = changeInWords;
supportPinReceipt.redraw();
