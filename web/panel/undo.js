// Undoes an action, and says what came of it.
import { Problem } from "../shared/api.js";
import { said } from "../shared/texts.js";

/** @returns {Promise<{tone: string, text: string, isUndone?: boolean, changes?: Array}>}; it throws what is no answer to the question */
export async function undo(call, actionId, { t, lang }) {
  try {
    const { status, body } = await call("POST", `/v1/panel/actions/${encodeURIComponent(actionId)}/undo`);
    if (body.status === "succeeded") {
      return { tone: "good", text: t("undone"), isUndone: true };
    }
    if (status === 202) {
      return { tone: "warn", text: t("undoPending") };
    }
    return { tone: "bad", text: t(body.needsHuman ? "undoUnknown" : "undoFailed") };
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 409) {
      const { text, changes } = failure.body;
      return { tone: "bad", text: said(text, lang) ?? failure.detail, changes };
    }
    throw failure;
  }
}
